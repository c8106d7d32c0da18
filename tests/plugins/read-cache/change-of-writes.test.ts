import { changeOfWrites } from '@qiao/read-cache'
import { describe, expect, it } from 'vitest'

const write = {
  fields: ['title'],
  ids: ['1'],
  isVersion: false,
  operation: 'updateOne',
  slug: 'briefs',
}
const documents = [{ slug: 'briefs', states: undefined }]
const unseen = ['states']
const alongside = ['updatedAt']

describe('what a write may have changed', () => {
  it.each([
    ['a document', {}, { documents, slugs: [], tags: ['briefs', 'briefs:1'] }],
    ['nobody knows which', { ids: undefined }, { slugs: ['briefs'], tags: [] }],
    [
      'nobody knows what',
      { fields: undefined },
      { documents, slugs: [], tags: ['briefs', 'briefs:1'] },
    ],
    ['what readers never see', { fields: ['states', 'updatedAt'] }, undefined],
    [
      'a time alone',
      { fields: ['updatedAt'] },
      { documents, slugs: [], tags: ['briefs', 'briefs:1'] },
    ],
    [
      'that and more',
      { fields: ['states', 'title'] },
      { documents, slugs: [], tags: ['briefs', 'briefs:1'] },
    ],
    [
      'nothing, as far as is known',
      { fields: [] },
      { documents, slugs: [], tags: ['briefs', 'briefs:1'] },
    ],
    [
      'a document that was known',
      { states: [null, { kind: 'visit' }] },
      {
        documents: [{ slug: 'briefs', states: [null, { kind: 'visit' }] }],
        slugs: [],
        tags: ['briefs', 'briefs:1'],
      },
    ],
    ['a version', { isVersion: true, operation: 'createVersion' }, undefined],
    [
      'versions that go',
      { isVersion: true, operation: 'deleteVersions' },
      { slugs: [], tags: ['briefs:versions'] },
    ],
  ])('%s', (_, changed, expected) => {
    expect(changeOfWrites([{ ...write, ...changed }], { alongside, unseen })).toEqual(expected)
  })
})
