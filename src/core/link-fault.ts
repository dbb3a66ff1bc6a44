/** What faults are called: codes of systems and libraries, and our own. */
const FAULTS: Record<string, string> = {
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'no answer from the name server',
  ECONNREFUSED: 'the host takes no connection',
  ECONNRESET: 'the host broke the connection off',
  ENETUNREACH: 'no way to the host',
  EHOSTUNREACH: 'no way to the host',
  TIMEOUT: 'no answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
  UND_ERR_SOCKET: 'the host broke the connection off',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is another host’s',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is its own',
  REDIRECTIONS: 'it is sent on and on, or nowhere',
  PROXY: 'the proxy lets it not through',
};

/** @returns a fault in words, to follow “because”; its code where that is not known here */
export function inWords(fault: string): string {
  return FAULTS[fault] ?? fault;
}
