'use client'

import type { DefaultCellComponentProps } from 'payload'

/** Texts as they are, several with commas between, and nothing where there is none. */
export const PlainCell = ({ cellData }: DefaultCellComponentProps) => (
  <span>{[cellData as unknown].flat().filter(Boolean).join(', ')}</span>
)
