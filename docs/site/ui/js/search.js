'use strict'

{
    const { root, assets } = document.currentScript.dataset
    const box = document.querySelector('.search')
    const input = document.getElementById('search')
    const results = document.getElementById('results')
    const announcement = document.getElementById('announcement')
    let loading
    let options = []
    let chosen = -1

    const load = (name) => new Promise((resolve, reject) => {
        const script = document.createElement('script')
        script.src = `${assets}/search/${name}`
        script.onload = resolve
        script.onerror = reject
        document.head.append(script)
    })
    const start = () => {
        loading = loading || Promise.all([load('minisearch.js'), load('entries.js')]).then(() => load('find.js'))
        return loading
    }

    /** Puts text into an element with the words found in it marked. */
    const mark = (element, text, terms) => {
        const found = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        const parts = found.length ? text.split(new RegExp(`(${found.join('|')})`, 'gi')) : [text]
        parts.forEach((part, index) => {
            if (index % 2 === 0) return element.append(part)
            const word = document.createElement('mark')
            word.textContent = part
            element.append(word)
        })
        return element
    }
    const line = (name, text, terms) => {
        const element = document.createElement('span')
        element.className = name
        return mark(element, text, terms)
    }
    const choose = (index) => {
        if (options[chosen]) options[chosen].setAttribute('aria-selected', 'false')
        chosen = index
        if (!options[chosen]) return input.removeAttribute('aria-activedescendant')
        options[chosen].setAttribute('aria-selected', 'true')
        options[chosen].scrollIntoView({ block: 'nearest' })
        input.setAttribute('aria-activedescendant', options[chosen].id)
    }
    const close = () => {
        results.hidden = true
        input.setAttribute('aria-expanded', 'false')
        choose(-1)
    }
    const showNothing = (query) => {
        results.textContent = `Nothing found for “${query}”.`
        const suggestion = window.suggestWord(query)
        if (!suggestion) return
        const button = document.createElement('button')
        button.type = 'button'
        button.textContent = suggestion
        button.addEventListener('click', (event) => {
            event.stopPropagation()
            input.value = suggestion
            input.focus()
            search()
        })
        results.append(' Did you mean ', button, '?')
    }
    const show = (query, hits) => {
        options = hits.map((hit, index) => {
            const option = document.createElement('a')
            option.id = `result-${index}`
            option.href = `${root}/${hit.url}`
            option.tabIndex = -1
            option.setAttribute('role', 'option')
            option.setAttribute('aria-selected', 'false')
            const page = (hit.name || hit.heading) && hit.title
            option.append(
                line(hit.name ? 'what name' : 'what', hit.name || hit.heading || hit.title, hit.terms),
                line('where', [page, hit.name && hit.heading].filter(Boolean).join(' › '), []),
                line('words', hit.excerpt, hit.terms))
            return option
        })
        results.replaceChildren(...options)
        if (!hits.length) showNothing(query)
        announcement.textContent = hits.length ? `${hits.length} found` : results.textContent
        results.hidden = false
        input.setAttribute('aria-expanded', String(hits.length > 0))
        choose(hits.length ? 0 : -1)
    }
    const search = async () => {
        const query = input.value.trim()
        if (!query) return close()
        await start()
        if (query === input.value.trim()) show(query, window.findEntries(query))
    }

    box.hidden = false
    input.addEventListener('focus', start)
    input.addEventListener('input', search)
    input.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') {
            input.value = ''
            close()
        } else if (event.key === 'Enter' && options[chosen]) {
            options[chosen].click()
        } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length) {
            event.preventDefault()
            choose((chosen + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length)
        }
    })
    results.addEventListener('click', close)
    box.addEventListener('focusout', (event) => box.contains(event.relatedTarget) || close())
    document.addEventListener('keydown', (event) => {
        const typing = event.target.closest('input, textarea, select, [contenteditable]')
        if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
        event.preventDefault()
        input.focus()
    })
}
