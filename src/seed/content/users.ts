export type DemoUser = {
  email: string
  locales?: ('en' | 'zh')[]
  name: string
  roles: ('admin' | 'editor' | 'translator' | 'viewer')[]
}

/** The one who writes the demo content. */
export const demoEditor = 'editor@qiao.example'

/** The first user of an empty database becomes its administrator, so that one stands first. */
export const users: readonly DemoUser[] = [
  { email: 'admin@qiao.example', name: '管理员 Admin', roles: ['admin'] },
  { email: demoEditor, name: '编辑 Editor', roles: ['editor'] },
  {
    email: 'translator-zh@qiao.example',
    locales: ['zh'],
    name: '中文译者 Chinese Translator',
    roles: ['translator'],
  },
  {
    email: 'translator-en@qiao.example',
    locales: ['en'],
    name: '英文译者 English Translator',
    roles: ['translator'],
  },
  { email: 'viewer@qiao.example', name: '访客 Viewer', roles: ['viewer'] },
]

/** The addresses with which one can sign in to the demo. */
export const demoEmails: string[] = users.map(({ email }) => email)
