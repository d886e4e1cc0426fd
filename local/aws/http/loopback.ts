/** Whether a host, as the `Host` header or an address names it (with a port or without), is this machine to itself. */
export const isLoopback = (host: string): boolean => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);

/** Whether a `Host` header names this machine and the port at which the request has come. */
export const isLoopbackAt = (host: string, port: number | undefined): boolean =>
  isLoopback(host) && (/:(\d+)$/.exec(host)?.[1] ?? '80') === String(port);
