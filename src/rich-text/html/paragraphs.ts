import { element, type Html, withLineBreaks } from '@qiao/delivery'

/** What was typed into a box of several lines: blank lines part paragraphs, line ends stay. */
export const paragraphs = (text: string): Html =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => element('p', { children: withLineBreaks(part.trim()) }))
