'use client'

import type { MouseEvent } from 'react'

import { revealField } from './reveal-field.ts'

/** A field that keeps a language from being published. */
export type ListedGap = { label?: string; link: string; message: string }

/** What is missing, each with a link to its field: in the open form, or in the form of the other language. */
export const GapList = ({ gaps, intro }: { gaps: readonly ListedGap[]; intro: string }) => (
  <div>
    {intro}
    <ul className="locale-states__gaps">
      {gaps.map(({ label, link, message }) => (
        <li key={link}>
          <a
            href={link}
            onClick={(event) => {
              follow(event, link)
            }}
          >
            {label ?? message}
          </a>
          {label && `: ${message}`}
        </li>
      ))}
    </ul>
  </div>
)

const follow = (event: MouseEvent, link: string): void => {
  const { hash, searchParams } = new URL(link, location.href)
  if (searchParams.get('locale') !== new URL(location.href).searchParams.get('locale')) return
  event.preventDefault()
  void revealField(hash.slice(1))
}
