'use strict'

{
    const announcement = document.getElementById('announcement')
    const root = document.documentElement
    const button = document.querySelector('button.theme')
    const systemDark = matchMedia('(prefers-color-scheme: dark)')
    const isDark = () => (root.dataset.theme || (systemDark.matches ? 'dark' : 'light')) === 'dark'
    const nameButton = () => {
        // The selector keeps phones from showing coloured pictures instead.
        button.textContent = isDark() ? '☀\ufe0e' : '☾\ufe0e'
        button.title = isDark() ? 'Light theme' : 'Dark theme'
        button.setAttribute('aria-label', button.title)
    }
    if (button) {
        button.hidden = false
        nameButton()
        systemDark.addEventListener('change', nameButton)
        button.addEventListener('click', () => {
            root.dataset.theme = isDark() ? 'light' : 'dark'
            nameButton()
            try {
                localStorage.setItem('theme', root.dataset.theme)
            } catch { /* Without storage the choice lasts as long as the page. */ }
        })
    }

    for (const code of document.querySelectorAll('.listingblock pre')) {
        const copy = document.createElement('button')
        copy.type = 'button'
        copy.className = 'copy'
        copy.textContent = 'Copy'
        copy.setAttribute('aria-label', `Copy ${code.getAttribute('aria-label')}`)
        copy.addEventListener('click', async () => {
            const text = code.cloneNode(true)
            text.querySelectorAll('.conum').forEach((number) => number.remove())
            let outcome = 'Copied'
            try {
                await navigator.clipboard.writeText(text.textContent.replace(/[ \t]+$/gm, ''))
            } catch {
                outcome = 'Not copied: the browser does not allow it'
            }
            copy.textContent = outcome === 'Copied' ? outcome : 'Not copied'
            announcement.textContent = outcome
            setTimeout(() => {
                copy.textContent = 'Copy'
                announcement.textContent = ''
            }, 2000)
        })
        code.after(copy)
    }

    const current = document.querySelector('.nav.wide-only [aria-current]')
    if (current && current.offsetTop > innerHeight / 2) {
        const nav = current.closest('.nav')
        nav.scrollTop = current.offsetTop - nav.clientHeight / 3
    }
}
