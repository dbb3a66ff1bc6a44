import { type ChildProcess, spawn } from 'node:child_process';
import { environmentOf } from './command.ts';

/** The development server over a folder of content. */
export class Development {
  /** Address of the site, ending in its base path. */
  readonly address: string;
  readonly #server: ChildProcess;

  private constructor(server: ChildProcess, address: string) {
    this.#server = server;
    this.address = address;
  }

  /**
   * Starts it on a port that is free.
   *
   * @param content the content folder
   * @param environment variables to add
   * @throws what it printed, where it ends instead
   */
  static async over(content: string, environment: Record<string, string> = {}): Promise<Development> {
    const server = spawn('astro', ['dev', '--port', '0'], {
      env: environmentOf({ POSTIL_CONTENT: content, ...environment }),
    });
    const address = await new Promise<string>((resolve, reject) => {
      let told = '';
      const listen = (chunk: Buffer) => {
        told += chunk.toString();
        const found = /http:\/\/localhost:\d+\/\S*/.exec(told);
        if (found) resolve(found[0]);
      };
      server.stdout.on('data', listen);
      server.stderr.on('data', listen);
      server.on('exit', () => reject(new Error(told)));
    });
    return new Development(server, address);
  }

  /** @returns the text of an answer, whatever its status */
  async get(place: string): Promise<string> {
    return (await fetch(this.address + place)).text();
  }

  /** Ends it, and waits until it has ended: the next one uses the same cache. */
  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.on('exit', () => resolve());
      this.#server.kill();
    });
  }
}
