import { richTextRenderer } from '@qiao/delivery'
import { richTextToHtml } from './rich-text/to-html.ts'
import { urlOfDocument } from './url-of-document.ts'

/** Rich texts as HTML and plain text, with the addresses of the website. */
export const renderForReaders = richTextRenderer({ ...richTextToHtml, urlOf: urlOfDocument })
