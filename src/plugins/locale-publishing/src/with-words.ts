import type { Config } from 'payload'

import { withRestoreWords } from './restore/with-restore-buttons.ts'
import { withTrashWords } from './trash/trash-words.ts'

/** Payload's own buttons and questions say what they do here. */
export const withWords = (i18n: Config['i18n']): Config['i18n'] =>
  withTrashWords(withRestoreWords(i18n))
