/** 127.0.0.0/8 (RFC 1122, 3.2.1.3) and ::1, plain or mapped. */
export const isLoopback = (address: string): boolean => address === '::1' || /^(?:::ffff:)?127\./.test(address)
