'use strict'

/**
 * Searches a built site as a browser does. Fails when a term of search-terms.js does not lead where it says, when the
 * name of an option does not lead to the option, or when something is found for a word that occurs nowhere.
 */

const fs = require('fs')
const path = require('path')
const vm = require('vm')
const searchTerms = require('../search-terms')

const assets = path.join(process.argv[2], 'assets', 'search')
const page = vm.createContext({ window: {} })
for (const name of ['minisearch.js', 'entries.js', 'find.js']) {
    vm.runInContext(fs.readFileSync(path.join(assets, name), 'utf8'), page, { filename: name })
}
const { findEntries, suggestWord } = page.window
const wrong = []
let count = 0

const expect = (right, message) => {
    count++
    if (!right) wrong.push(message)
}
const leads = (query, target) => {
    const [first] = findEntries(query)
    const url = first && first.url.replace(/^camel-callrail\//, '').replace('.html', '.adoc')
    expect(url === target, `“${query}” leads to ${url}, not to ${target}`)
    return first
}

for (const { terms, leadsTo, says } of searchTerms) {
    for (const term of terms) {
        const first = leads(term, leadsTo)
        if (says) expect(first && first.excerpt === says, `“${term}” does not say: ${says}`)
    }
}
const seen = searchTerms.flatMap(({ terms }) => terms)
const twice = seen.filter((term, index) => seen.indexOf(term) < index)
expect(!twice.length, `a term is there twice: ${twice}`)

// Names of options, headers and kinds of errors win over what people may mean.
const names = page.window.searchEntries
    .filter(({ name, url }) => /^\w+$/.test(name) && /\/(component|errors)\.html/.test(url))
    .map(({ name }) => name)
expect(names.length > 80, `only ${names.length} names of options, headers and errors are found`)
for (const name of new Set(names)) {
    const [first] = findEntries(name)
    expect(first && first.name.toLowerCase() === name.toLowerCase(), `“${name}” leads to ${first && first.url}`)
}
// In a sentence.
leads('how do I dedupe calls', 'delivery.adoc#sink')
leads('does it run on Kubernetes', 'deployment.adoc#kubernetes')

for (const word of ['zebra', 'userz', 'incremntal', 'upserd']) {
    expect(findEntries(word).length === 0, `“${word}”, which occurs nowhere, finds something`)
}
for (const [word, suggestion] of [['incremntal', 'incremental'], ['zebra', undefined]]) {
    expect(suggestWord(word) === suggestion, `for “${word}” “${suggestWord(word)}” is suggested`)
}

if (wrong.length) {
    console.error(`Search: ${wrong.length} of ${count} checks failed\n  ${wrong.join('\n  ')}`)
    process.exit(1)
}
console.log(`Search: ${count} checks passed`)
