import { changeOfWrites } from '@qiao/read-cache'
import { describe, expect, it } from 'vitest'

const write = {
  fields: ['title'],
  ids: ['1'],
  isVersion: false,
  operation: 'updateOne',
  slug: 'briefs',
}
const unseen = ['states']
const alongside = ['updatedAt']

describe('what a write may have changed', () => {
  it.each([
    ['a document', {}, { slugs: [], tags: ['briefs', 'briefs:1'] }],
    ['nobody knows which', { ids: undefined }, { slugs: ['briefs'], tags: [] }],
    ['nobody knows what', { fields: undefined }, { slugs: [], tags: ['briefs', 'briefs:1'] }],
    ['what readers never see', { fields: ['states', 'updatedAt'] }, undefined],
    ['a time alone', { fields: ['updatedAt'] }, { slugs: [], tags: ['briefs', 'briefs:1'] }],
    ['that and more', { fields: ['states', 'title'] }, { slugs: [], tags: ['briefs', 'briefs:1'] }],
    ['nothing, as far as is known', { fields: [] }, { slugs: [], tags: ['briefs', 'briefs:1'] }],
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
