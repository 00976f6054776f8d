module errspec.test/peer

go 1.21

require (
	github.com/cbroglie/mustache v1.4.2 // indirect
	gopkg.in/yaml.v3 v3.0.1 // indirect
)
