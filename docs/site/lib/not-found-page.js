'use strict'

/** Makes 404.html, which Antora itself makes only when it knows the site's address. */
module.exports.register = function () {
    this.on('pagesComposed', ({ playbook, contentCatalog, uiCatalog, siteAsciiDocConfig, siteCatalog }) => {
        if (playbook.site.url) return
        const composer = this.getFunctions().createPageComposer(playbook, contentCatalog, uiCatalog, playbook.env)
        const page = composer.create404Page(siteAsciiDocConfig)
        // Without an address Antora takes the site to be at the root of its host; next to the page is as likely there
        // and right elsewhere.
        page.contents = Buffer.from(page.contents.toString().replace(/(href|src|data-\w+)="\//g, '$1="./'))
        siteCatalog.addFile(page)
    })
}
