import type { OpenapiDocument } from './build-document.ts'
import { docsStyle } from './docs-style.ts'
import { curlOf, type Operation } from './curl-of.ts'
import { escapeHtml } from './escape-html.ts'
import type { Schema } from './schema.ts'

/** The document as a page for people: one section for each endpoint, no script, nothing from elsewhere. */
export const docsPage = (document: OpenapiDocument): string => {
  const { info, paths, servers, tags } = document
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
      .map(([method, operation]) => ({
        ...(operation as Omit<Operation, 'method' | 'path'>),
        method,
        path,
      })),
  )
  const groups = tags.map(({ name }) => ({
    name,
    operations: operations.filter((each) => each.tags.includes(name)),
  }))
  const server = servers[0]?.url ?? ''
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(info.title)} – REST</title>
<style>${docsStyle}</style>
</head>
<body>
<nav aria-label="Endpoints">
<p class="name"><a href="#top">${escapeHtml(info.title)}</a></p>
${groups.map(({ name, operations: each }) => `<details><summary>${escapeHtml(name)}</summary><ul>${each.map(link).join('')}</ul></details>`).join('\n')}
</nav>
<main id="top">
<h1>${escapeHtml(info.title)}: REST</h1>
<p>${inlineCode(info.description)}</p>
<p>For programs: <a href="openapi.json">openapi.json</a> (OpenAPI 3.1). Every error has one shape:
<code>{ "errors": [{ "message", "code", "field" }], "requestId" }</code>.</p>
${groups.map((group) => section(group, server)).join('\n')}
</main>
</body>
</html>
`
}

/** Reading first. */
const order = ['get', 'post', 'patch', 'delete']

const link = ({ method, operationId, path }: Operation): string =>
  `<li><a href="#${operationId}"><b class="${method}">${method.toUpperCase()}</b> ${escapeHtml(path.replace(/^\/api/, ''))}</a></li>`

const section = (group: { name: string; operations: Operation[] }, server: string): string => `
<section>
<h2>${escapeHtml(group.name)}</h2>
${group.operations.map((operation) => article(operation, server)).join('\n')}
</section>`

const article = (operation: Operation, server: string): string => {
  const { description, method, operationId, parameters, path, requestBody, security, summary } =
    operation
  const isForAnyone = security.some((each) => Object.keys(each).length === 0)
  return `<article id="${operationId}">
<h3><a href="#${operationId}"><b class="${method}">${method.toUpperCase()}</b> <code>${escapeHtml(path)}</code></a></h3>
<p>${inlineCode(summary)}. ${description ? inlineCode(description) : ''} ${isForAnyone ? '' : '<em>For who is signed in.</em>'}</p>
<pre><code>${escapeHtml(curlOf(operation, server))}</code></pre>
${parameters.length > 0 ? `<details><summary>${parameters.length} parameters</summary>${table(parameters)}</details>` : ''}
${requestBody ? `<p>Body: ${typeOf(requestBody.content['application/json'].schema)}</p>` : ''}
${answers(operation)}
</article>`
}

const table = (parameters: Operation['parameters']): string => `<table>
<thead><tr><th>Name</th><th>Type</th><th>What it does</th></tr></thead>
<tbody>${parameters
  .map(
    ({ description, in: place, name, required, schema }) =>
      `<tr><td><code>${escapeHtml(name)}</code>${required ? ' *' : ''}</td><td>${place === 'path' ? 'in the path' : typeOf(schema)}</td><td>${inlineCode(description ?? '')}</td></tr>`,
  )
  .join('')}</tbody></table>`

const answers = ({ responses }: Operation): string => {
  const items = Object.entries(responses).map(([status, { content, description }]) => {
    const json = content?.['application/json']
    const type = status < '400' && json ? ` ${typeOf(json.schema)}` : ''
    return `<li><b>${status}</b> ${inlineCode(description)}${type}</li>`
  })
  const example = Object.values(responses)[0]?.content?.['application/json']?.example
  const shown =
    example === undefined
      ? ''
      : `<p>For example:</p><pre><code>${escapeHtml(JSON.stringify(example, null, 2))}</code></pre>`
  return `<details><summary>Answers</summary><ul>${items.join('')}</ul>${shown}</details>`
}

/** A schema in a few words. */
const typeOf = (schema: Schema): string => {
  const { $ref, anyOf, enum: values, items, maximum, minimum, properties, type } = schema
  if (typeof $ref === 'string') return `<code>${escapeHtml($ref.split('/').at(-1) ?? '')}</code>`
  if (Array.isArray(anyOf)) return (anyOf as Schema[]).map(typeOf).join(' or ')
  if (Array.isArray(values))
    return values.map((each) => `<code>${escapeHtml(String(each))}</code>`).join(', ')
  if (items) return `list of ${typeOf(items as Schema)}`
  if (properties)
    return `{ ${Object.keys(properties)
      .map((name) => `<code>${escapeHtml(name)}</code>`)
      .join(', ')} }`
  const bounds = [minimum, maximum].filter((each) => each !== undefined).map(String)
  const name = Array.isArray(type)
    ? type.join(' or ')
    : typeof type === 'string'
      ? type
      : 'anything'
  return escapeHtml(bounds.length > 0 ? `${name} (${bounds.join(' to ')})` : name)
}

/** Text in which `code` is marked as such. */
const inlineCode = (text: string): string =>
  escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>')
