export const isLoopback = (host: string): boolean => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);

export const isLoopbackAt = (host: string, port: number | undefined): boolean =>
  isLoopback(host) && (/:(\d+)$/.exec(host)?.[1] ?? '80') === String(port);
