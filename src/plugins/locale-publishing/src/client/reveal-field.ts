/**
 * Shows a field of the open form and puts the caret into it, in whichever tab it lies; the list or group around it, when
 * it lies in a row that is folded.
 *
 * @param id of the element, such as `field-contacts__0__name`
 */
export const revealField = async (id: string): Promise<void> => {
  const tabs = [...document.querySelectorAll<HTMLButtonElement>('.tabs-field__tab-button')]
  for (const part of withParents(id)) {
    for (const tab of [undefined, ...tabs]) {
      tab?.click()
      // What a tab holds is there once it has been drawn.
      if (tab) await new Promise((resolve) => setTimeout(resolve, 50))
      const field = fieldOf(part)
      if (!field) continue
      field.scrollIntoView({ block: 'center' })
      const input = field.matches(focusable) ? field : field.querySelector<HTMLElement>(focusable)
      input?.focus({ preventScroll: true })
      return
    }
  }
}

/** Rich text has no id of its own. */
const fieldOf = (id: string): HTMLElement | null =>
  document.getElementById(id) ??
  document.querySelector<HTMLElement>(
    `[data-field-path="${CSS.escape(id.replace(/^field-/, '').replaceAll('__', '.'))}"]`,
  )

const focusable = '[contenteditable="true"], input, textarea, select'

const withParents = (id: string): string[] => {
  const parts = id.split('__')
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('__'))
}
