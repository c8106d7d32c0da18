import express from 'express'
import request from 'supertest'
import { expect, it } from 'vitest'

import { copyHeaders } from '../../src/server/copy-headers.ts'

it('an answer keeps what the server varies it by, each cookie, and the origins that the server allows', async () => {
  const given = new Headers({ 'Access-Control-Allow-Origin': '*', Vary: 'Cookie', 'X-Own': 'own' })
  given.append('Set-Cookie', 'a=1')
  given.append('Set-Cookie', 'b=2')
  const app = express().use((_req, res) => {
    res.vary('Origin').set('Access-Control-Allow-Origin', 'https://a.example')
    copyHeaders(given, res)
    res.end()
  })
  const { headers } = await request(app).get('/')
  expect(headers.vary).toBe('Origin, Cookie')
  expect(headers['set-cookie']).toEqual(['a=1', 'b=2'])
  expect(headers['access-control-allow-origin']).toBe('https://a.example')
  expect(headers['x-own']).toBe('own')
})
