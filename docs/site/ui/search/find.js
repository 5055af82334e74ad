'use strict'

{
    const split = MiniSearch.getDefault('tokenize')
    // stateDirectory is found by its whole name as well as by "directory".
    const pieces = (word) => {
        const parts = word.split(/(?<=[a-z\d])(?=[A-Z])/)
        return parts.length > 1 ? [word, ...parts] : [word]
    }
    const index = new MiniSearch({
        fields: ['name', 'terms', 'heading', 'title', 'text'],
        storeFields: ['name', 'heading', 'title', 'text', 'url'],
        tokenize: (text) => split(text).flatMap(pieces),
        searchOptions: { tokenize: split },
    })
    index.addAll(window.searchEntries.map((entry, id) => ({ id, ...entry, terms: (entry.terms || []).join(' ') })))

    const plain = (text) => text.toLowerCase().replace(/[\s-]+/g, ' ').trim()
    const known = window.searchEntries.flatMap((entry) => (entry.terms || []).map((term) => [plain(term), entry]))
    // Of "bulk insert" and "insert", the longer one says better what is meant.
    known.sort(([one], [other]) => other.length - one.length)

    /** The entry that a known term leads to: the query itself, or whole words of it. */
    const leadOf = (query) => {
        const [, entry] = known.find(([term]) => ` ${query} `.includes(` ${term} `)) || []
        return entry && { ...entry, terms: [], excerpt: excerpt(entry.text, []) }
    }

    /** A stretch of the text around the first word found. */
    const excerpt = (text, terms) => {
        const lower = text.toLowerCase()
        const places = terms.map((term) => lower.indexOf(term)).filter((place) => place >= 0)
        const first = places.length ? Math.min(...places) : 0
        const from = first < 60 ? 0 : text.indexOf(' ', first - 60) + 1
        const to = text.length - from < 140 ? text.length : text.lastIndexOf(' ', from + 130)
        return (from ? '… ' : '') + text.slice(from, to > from ? to : from + 130) + (to < text.length ? ' …' : '')
    }

    const options = (wanted) => ({
        // Of words that occur nowhere nothing is guessed: a wrong hit costs more than none.
        prefix: (term) => term.length > 1,
        fuzzy: false,
        boost: { name: 6, terms: 5, heading: 4, title: 2 },
        weights: { prefix: 0.6 },
        boostDocument: (id, term, { name, heading }) => {
            if (name.toLowerCase() === wanted) return 60
            if (name.toLowerCase().split(/\s/).includes(wanted)) return 30
            return heading.toLowerCase() === wanted ? 10 : 1
        },
    })

    window.findEntries = (query) => {
        const wanted = query.toLowerCase()
        const all = index.search(query, { ...options(wanted), combineWith: 'AND' })
        const hits = (all.length ? all : index.search(query, options(wanted)))
            .map((hit) => ({ ...hit, excerpt: excerpt(hit.text, hit.terms) }))
        const lead = leadOf(plain(query))
        const others = lead ? hits.filter((hit) => hit.url !== lead.url || hit.name !== lead.name) : hits
        return [...(lead ? [lead] : []), ...others].slice(0, 12)
    }

    /** A word of the pages that is written almost like a query that finds nothing. */
    window.suggestWord = (query) => {
        const word = query.trim().toLowerCase()
        if (word.length < 5 || /\W|\d/.test(word)) return undefined
        const alike = index.autoSuggest(word, { fuzzy: word.length < 8 ? 1 : 2, prefix: false })
        return alike.map(({ suggestion }) => suggestion).find((suggestion) => suggestion[0] === word[0])
    }
}
