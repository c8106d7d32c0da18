import type { ArrayField, Field } from 'payload'

import { describe, expect, it } from 'vitest'

import { nameRows } from '../../src/fields/name-rows.ts'

const array = (fields: Field[] = []): ArrayField => ({ name: 'rows', type: 'array', fields })

const labelIn = (fields: Field[]) =>
  (fields[0] as ArrayField | undefined)?.admin?.components?.RowLabel

describe('rows', () => {
  it('are named in arrays of every depth', () => {
    const [outer] = nameRows([array([array()])])
    expect(outer).toMatchObject({ fields: nameRows([array()]) })
    expect(labelIn(nameRows([array()]))).toBeDefined()
  })

  it('are named behind tabs, groups and blocks', () => {
    const [tabs, group, blocks] = nameRows([
      { type: 'tabs', tabs: [{ label: 'Tab', fields: [array()] }] },
      { name: 'group', type: 'group', fields: [array()] },
      { name: 'blocks', type: 'blocks', blocks: [{ slug: 'block', fields: [array()] }] },
    ])
    expect(tabs).toMatchObject({ tabs: [{ fields: nameRows([array()]) }] })
    expect(group).toMatchObject({ fields: nameRows([array()]) })
    expect(blocks).toMatchObject({ blocks: [{ fields: nameRows([array()]) }] })
  })

  it('keep a label that the array has already, and leave the given fields alone', () => {
    const own: Field = { ...array(), admin: { components: { RowLabel: '/own.tsx#Own' } } }
    const given = array()
    expect(labelIn(nameRows([own]))).toBe('/own.tsx#Own')
    nameRows([given])
    expect(labelIn([given])).toBeUndefined()
  })
})
