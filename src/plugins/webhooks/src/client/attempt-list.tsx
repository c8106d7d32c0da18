'use client'

import { getTranslation } from '@payloadcms/translations'
import { useTranslation } from '@payloadcms/ui'

import type { Attempt } from '../model/rows.ts'
import { panelTexts } from './panel-texts.ts'

/** What came of each attempt, the last one first. */
export const AttemptList = ({ attempts }: { attempts: readonly Attempt[] }) => {
  const { i18n } = useTranslation()
  const heads = [panelTexts.time, panelTexts.outcome, panelTexts.duration, panelTexts.answer]
  return (
    <table className="webhook-attempts">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head.en}>{getTranslation(head, i18n)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {attempts.toReversed().map(({ answer, at, error, ms, status }) => (
          <tr key={at}>
            {/* As dates are written elsewhere on these pages. */}
            <td>{new Date(at).toLocaleString('sv-SE')}</td>
            <td>{status ?? error}</td>
            <td>{(ms / 1000).toFixed(2)} s</td>
            <td>
              <code>{answer || '—'}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
