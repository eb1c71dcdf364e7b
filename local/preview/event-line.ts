import type { IncomingMessage, ServerResponse } from 'node:http';

/** Server-sent events to every open phone and frame. */
export class EventLine {
  private readonly open = new Set<ServerResponse>();

  add(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': open\n\n');
    this.open.add(response);
    request.on('close', () => this.open.delete(response));
  }

  send(event: string, data: string): void {
    for (const response of this.open) response.write(`event: ${event}\ndata: ${data}\n\n`);
  }

  close(): void {
    for (const response of this.open) response.end();
    this.open.clear();
  }
}
