import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** @returns the port on which a server then listens, for this machine alone */
export async function listenHere(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** @returns a port that was free a moment ago, for a program that has to be told one */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenHere(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
