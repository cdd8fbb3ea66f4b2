import { request } from 'node:http'

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export interface Asked {
  readonly form?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

/** Somebody without a browser who keeps the shop's cookies and does not follow redirects. */
export function createVisitor(proxy: string) {
  const jar = new Map<string, string>()
  const [host = '', port = ''] = proxy.split(':')
  const keep = (lines: readonly string[] = []) => {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=;]*)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
  }
  const ask = (path: string, { form, headers = {} }: Asked = {}): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const method = form === undefined ? 'GET' : 'POST'
      const url = new URL(path, 'http://shop.example/')
      const sent = { Host: url.host, ...(jar.size > 0 ? { Cookie } : {}), ...headers }
      request({ host, port: Number(port), method, path: url.href, headers: sent }, response => {
        let body = ''
        response.setEncoding('utf8').on('data', piece => {
          body += piece
        })
        response.on('end', () => {
          if (url.hostname === 'shop.example') keep(response.headers['set-cookie'])
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
        })
      })
        .once('error', reject)
        .end(form === undefined ? undefined : new URLSearchParams(form).toString())
    })
  return { jar, ask }
}
