/** Works a text out once: the same hosts, names and headers come again and again. */
export function once<T>(work: (text: string) => T): (text: string) => T {
  const done = new Map<string, T>()
  return text => {
    const known = done.get(text)
    if (known !== undefined || done.has(text)) return known as T
    const value = work(text)
    done.set(text, value)
    return value
  }
}
