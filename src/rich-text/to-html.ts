import type { BlockRenderer } from '@qiao/delivery'
import { callToActionToHtml } from './html/call-to-action.ts'
import { embedToHtml, playerHosts } from './html/embed.ts'
import { figuresToHtml } from './html/figures.ts'
import { galleryToHtml } from './html/gallery.ts'
import { imageToHtml } from './html/image.ts'
import { questionAndAnswerToHtml } from './html/question-and-answer.ts'
import { quoteToHtml } from './html/quote.ts'
import { tableToHtml } from './html/table.ts'

/** How rich texts are written for readers: each block of the editor, and the hosts whose players may be in a frame. */
export const richTextToHtml = {
  blocks: {
    callToAction: callToActionToHtml,
    embed: embedToHtml,
    figures: figuresToHtml,
    gallery: galleryToHtml,
    image: imageToHtml,
    questionAndAnswer: questionAndAnswerToHtml,
    quote: quoteToHtml,
    table: tableToHtml,
  } satisfies Record<string, BlockRenderer>,
  frameHosts: playerHosts,
}
