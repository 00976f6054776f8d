# As read.py, for Psych.
require 'json'
require 'stringio'
require 'yaml'

def plain(value)
  case value
  when Hash then { map: value.map { |key, item| [JSON.generate(plain(key)), plain(item)] }.sort }
  when Array then { list: value.map { |item| plain(item) } }
  when true, false, nil then value
  when Integer then { integer: value.to_s }
  when String then { text: value }
  else { value.class.name => value.to_s }
  end
end

def say(text)
  # As load_file opens a file, which takes a byte order mark off.
  { value: plain(YAML.safe_load(StringIO.new(text.delete_prefix("\uFEFF")))) }
rescue StandardError => e
  { error: "#{e.class}: #{e.message}" }
end

puts JSON.generate(JSON.parse($stdin.read).map { |text| say(text) })
