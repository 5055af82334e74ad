'use strict'

{
    const split = MiniSearch.getDefault('tokenize')
    // stateDirectory is found by its whole name as well as by "directory".
    const pieces = (word) => {
        const parts = word.split(/(?<=[a-z\d])(?=[A-Z])/)
        return parts.length > 1 ? [word, ...parts] : [word]
    }
    const index = new MiniSearch({
        fields: ['name', 'heading', 'title', 'text'],
        storeFields: ['name', 'heading', 'title', 'text', 'url'],
        tokenize: (text) => split(text).flatMap(pieces),
        searchOptions: { tokenize: split },
    })
    index.addAll(window.searchEntries.map((entry, id) => ({ id, ...entry })))

    /** A stretch of the text around the first word found. */
    const excerpt = (text, terms) => {
        const lower = text.toLowerCase()
        const places = terms.map((term) => lower.indexOf(term)).filter((place) => place >= 0)
        const first = places.length ? Math.min(...places) : 0
        const from = first < 60 ? 0 : text.indexOf(' ', first - 60) + 1
        const to = text.length - from < 140 ? text.length : text.lastIndexOf(' ', from + 130)
        return (from ? '… ' : '') + text.slice(from, to > from ? to : from + 130) + (to < text.length ? ' …' : '')
    }

    window.findEntries = (query) => {
        const wanted = query.toLowerCase()
        const options = {
            prefix: (term) => term.length > 1,
            fuzzy: (term) => (term.length > 3 && !/\d/.test(term) ? 0.25 : false),
            boost: { name: 6, heading: 4, title: 2 },
            weights: { fuzzy: 0.2, prefix: 0.6 },
            boostDocument: (id, term, { name, heading }) =>
                name.toLowerCase().split(/\s/).includes(wanted) ? 30 : heading.toLowerCase() === wanted ? 10 : 1,
        }
        const all = index.search(query, { ...options, combineWith: 'AND' })
        const hits = all.length ? all : index.search(query, options)
        return hits.slice(0, 12).map((hit) => ({ ...hit, excerpt: excerpt(hit.text, hit.terms) }))
    }
}
