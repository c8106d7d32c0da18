/** The header that tells Payload where a request came from. The server writes it over whatever a caller has sent. */
export const clientAddressHeader = 'x-qiao-client-address'

/** Where a request came from; nothing for work that no request asked for. */
export const clientAddress = ({ headers }: { headers?: Headers }): null | string =>
  headers?.get(clientAddressHeader) ?? null
