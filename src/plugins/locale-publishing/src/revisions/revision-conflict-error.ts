import { APIError, type PayloadRequest } from 'payload'

import type { ForeignEdit, SavedState } from './describe-edits.ts'

/**
 * Somebody else saved the same fields (status 412, code `REVISION_CONFLICT`). `data.conflicts` tells which ones, by
 * whom, when and to what, `data.mine` which ones the refused write changes. Settled, it is sent with these only, on
 * `data.revision`.
 */
export class RevisionConflictError extends APIError {
  constructor({
    conflicts,
    isTooOld,
    latest,
    mine,
    req,
  }: {
    conflicts: ForeignEdit[]
    /** The revision is not among the versions that are kept, so it cannot be told what was changed since. */
    isTooOld: boolean
    latest: SavedState
    /** Paths of the fields that the refused write changes. */
    mine: string[]
    req: Pick<PayloadRequest, 'i18n'>
  }) {
    const isChinese = req.i18n.language.startsWith('zh')
    const say = ({ en, zh }: { en: string; zh: string }) => (isChinese ? zh : en)
    const labels = [...new Set(conflicts.map(({ label }) => label))]
    const people = [...new Set(conflicts.map(({ by }) => by ?? say(somebody)))]
    const message = isTooOld
      ? say(tooOld)
      : say({
          en: `${people.join(', ')} saved “${labels.join('”, “')}” while you were writing. Nothing was saved.`,
          zh: `您编辑期间，${people.join('、')} 已保存了“${labels.join('”“')}”。您的更改尚未保存。`,
        })
    const errors = [{ message, path: 'lastSaved.revision' }]
    const { lastSaved } = latest.version
    const data = {
      code: 'REVISION_CONFLICT',
      conflicts,
      errors,
      mine,
      revision: lastSaved?.revision,
    }
    super(message, 412, data, true)
  }
}

const somebody = { en: 'Somebody', zh: '有人' }

const tooOld = {
  en: 'This document was saved too often since you opened it to tell what was changed. Nothing was saved: open it anew.',
  zh: '您打开之后，该文档已多次保存，无法判断哪些内容有变化。您的更改尚未保存，请重新打开。',
}
