'use strict'

const highlighter = require('highlight.js/lib/core')

const languages = {
    dockerfile: 'dockerfile',
    java: 'java',
    json: 'json',
    properties: 'properties',
    shell: 'bash',
    sql: 'sql',
    systemd: 'ini',
    xml: 'xml',
    yaml: 'yaml',
}

for (const [name, definition] of Object.entries(languages)) {
    highlighter.registerLanguage(name, require(`highlight.js/lib/languages/${definition}`))
}
highlighter.registerAliases(['bash', 'console', 'sh'], { languageName: 'shell' })
// Named apart because the documentation's tests treat them differently: only PostgreSQL's SQL is run as it is.
highlighter.registerAliases(['bigquery', 'mysql', 'snowflake'], { languageName: 'sql' })

const escapeMarkup = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/**
 * Colours source blocks while the site is built, so that the reader's browser has nothing to do.
 * It is a syntax highlighter of Asciidoctor rather than a pass over the finished HTML, because Asciidoctor then takes
 * the callouts out of the source beforehand and puts them back afterwards.
 */
module.exports.register = (registry) => {
    global.Opal.Asciidoctor.SyntaxHighlighter.register('build-time', {
        handlesHighlighting: () => true,
        highlight: (node, source, language) =>
            highlighter.getLanguage(language)
                ? highlighter.highlight(source, { language, ignoreIllegals: true }).value
                : escapeMarkup(source),
        format: (node, language) => {
            const name = language && language !== 'text' ? ` data-language="${escapeMarkup(language)}"` : ''
            return `<pre class="source"${name}><code>${node.getContent()}</code></pre>`
        },
    })
    return registry
}
