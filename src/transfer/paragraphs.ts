/** Plain text as rich text: blank lines part the paragraphs. */
export const paragraphs = (text: string) => ({
  root: {
    type: 'root',
    children: text
      .split(/\n\s*\n/)
      .filter((part) => part.trim())
      .map((part) => ({
        type: 'paragraph',
        children: [
          {
            type: 'text',
            detail: 0,
            format: 0,
            mode: 'normal',
            style: '',
            text: part.trim(),
            version: 1,
          },
        ],
        direction: 'ltr',
        format: '',
        indent: 0,
        textFormat: 0,
        version: 1,
      })),
    direction: 'ltr',
    format: '',
    indent: 0,
    version: 1,
  },
})
