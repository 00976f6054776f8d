// What `errspec render TEMPLATE --data DATA` prints, in Go: yaml.v3 reads the data, cbroglie/mustache renders.
//
//	peer DATA TEMPLATE
package main

import (
	"bufio"
	"log"
	"os"

	"github.com/cbroglie/mustache"
	"gopkg.in/yaml.v3"
)

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var data map[string]any
	if err := yaml.Unmarshal(text, &data); err != nil {
		log.Fatal(err)
	}
	template, err := mustache.ParseFile(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	out := bufio.NewWriterSize(os.Stdout, 1<<16)
	if err := template.FRender(out, data); err != nil {
		log.Fatal(err)
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}
