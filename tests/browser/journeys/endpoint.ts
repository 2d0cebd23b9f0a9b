import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request that reached the hospital's endpoint. */
export interface Post {
  headers: IncomingHttpHeaders;
  body: string;
}

/** How the hospital's endpoint answers. `hang`: never; `drop`: the connection breaks. */
export type Answer =
  | 'hang'
  | 'drop'
  | { status: number; body?: string; type?: string; headers?: Readonly<Record<string, string>> };

export interface Endpoint {
  /** To be given to the widget. */
  url: string;
  /** Everything that was sent here, in order; never a preflight. */
  posts: readonly Post[];
  /** The next answers, in order. After them, and without any, a request is received as HH-7K3F. */
  answer(...answers: readonly Answer[]): void;
  /** Every answer from now on. */
  always(answer: Answer): void;
  close(): Promise<void>;
}

const received: Answer = { status: 201, body: '{"reference":"HH-7K3F"}', type: 'application/json' };

/** `application/problem+json` with errors at questions. */
export const problem = (
  status: number,
  errors: readonly { field: string; code: string }[] = [],
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  status,
  body: JSON.stringify({ type: 'about:blank', title: 'Not accepted', status, errors }),
  type: 'application/problem+json',
  headers,
});

/** A hospital's endpoint on another origin than the page, as good or as bad as a test says. */
export async function startEndpoint(): Promise<Endpoint> {
  const posts: Post[] = [];
  const queue: Answer[] = [];
  let usual = received;
  const server = createServer((request, response) => {
    const cors = {
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-expose-headers': 'Retry-After',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'Content-Type, Idempotency-Key',
      // Of a connection that was used before, a browser takes a break for its own mistake and sends once more.
      connection: 'close',
    };
    if (request.method === 'OPTIONS') {
      response.writeHead(204, cors).end();
      return;
    }
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      posts.push({ headers: request.headers, body });
      reply(response, queue.shift() ?? usual, cors);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/requests`,
    posts,
    answer: (...answers) => queue.push(...answers),
    always: (answer) => {
      usual = answer;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function reply(response: ServerResponse, answer: Answer, cors: Readonly<Record<string, string>>): void {
  if (answer === 'hang') return;
  if (answer === 'drop') {
    response.destroy();
    return;
  }
  const { status, body = '', type = 'text/plain', headers } = answer;
  response.writeHead(status, { ...cors, 'content-type': type, ...headers }).end(body);
}
