import sanitizeHtml from 'sanitize-html'

/**
 * The second wall: whatever a renderer wrote, only these elements, attributes and addresses leave the server. The
 * tests read this list too.
 */
export const allowedHtml = {
  attributes: {
    a: ['href', 'hreflang', 'rel'],
    blockquote: ['cite'],
    data: ['value'],
    details: ['open'],
    iframe: [
      'allowfullscreen',
      'height',
      'loading',
      'referrerpolicy',
      'sandbox',
      'src',
      'title',
      'width',
    ],
    img: ['alt', 'decoding', 'height', 'loading', 'sizes', 'src', 'srcset', 'width'],
    li: ['data-checked'],
    ol: ['start'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan', 'scope'],
    time: ['datetime'],
    '*': ['class', 'lang'],
  },
  schemes: {
    a: ['http', 'https', 'mailto', 'tel'],
    blockquote: ['http', 'https'],
    iframe: ['https'],
    img: ['http', 'https'],
  },
  tags: [
    ...[
      'a',
      'b',
      'blockquote',
      'br',
      'caption',
      'cite',
      'code',
      'data',
      'dd',
      'details',
      'div',
      'dl',
      'dt',
      'em',
    ],
    ...[
      'figcaption',
      'figure',
      'footer',
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'hr',
      'iframe',
      'img',
      'li',
      'mark',
    ],
    ...[
      'ol',
      'p',
      's',
      'small',
      'span',
      'strong',
      'sub',
      'summary',
      'sup',
      'table',
      'tbody',
      'td',
      'tfoot',
      'th',
    ],
    ...['thead', 'time', 'tr', 'u', 'ul'],
  ],
}

/** HTML of which only what is allowed is left; pages of other hosts are shown from those named only. */
export const sanitize = (html: string, frameHosts: readonly string[] = []): string =>
  sanitizeHtml(html, {
    allowedAttributes: allowedHtml.attributes,
    allowedIframeHostnames: [...frameHosts],
    // For the addresses within a srcset.
    allowedSchemes: ['http', 'https'],
    allowedSchemesAppliedToAttributes: ['cite', 'href', 'src'],
    allowedSchemesByTag: allowedHtml.schemes,
    allowedTags: allowedHtml.tags,
    allowIframeRelativeUrls: false,
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    // Without its address a frame shows nothing, and a link leads nowhere.
    exclusiveFilter: ({ attribs, tag }) =>
      (tag === 'iframe' && !attribs.src) || (tag === 'a' && !attribs.href ? 'excludeTag' : false),
    nestingLimit: 256,
    parseStyleAttributes: false,
  })
