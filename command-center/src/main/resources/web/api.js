// Calls to the API: the key, the problems and the stream of events.

const KEY = 'bearer';
/** The server sends something every 15 s. After three times that, the connection is lost, even if the socket is still open. */
const QUIET = 45_000;
/** The open stream of events; it is aborted and opened again when the caller changes. */
let stream = null;
export const bearer = {
  get: () => sessionStorage.getItem(KEY),
  set(value) {
    if (value) sessionStorage.setItem(KEY, value); else sessionStorage.removeItem(KEY);
    stream?.abort();
  },
};

const headers = more => ({ ...(bearer.get() ? { Authorization: `Bearer ${bearer.get()}` } : {}), ...more });

async function call(path, init = {}) {
  let response;
  try {
    response = await fetch('/api/v1' + path, { ...init, headers: headers(init.headers) });
  } catch {
    throw new Error('The command center cannot be reached. Check that it runs, and your network.');
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) {
    if (response.status === 401) dispatchEvent(new Event('sign-in'));
    const error = new Error(body?.detail || `The command center answered ${response.status}.`);
    error.status = response.status;
    throw error;
  }
  return body;
}

/** Checks a key or token; rejects with the reason if it is not valid. */
export async function check(key) {
  if (!/^[\x21-\x7e]+$/.test(key)) throw new Error('This is not a key or token: it may contain ASCII letters, digits and punctuation only.');
  await call('/session', { headers: { Authorization: `Bearer ${key}` } });
}

export const get = path => call(path);
export const post = (path, body) => call(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
export const remove = path => call(path, { method: 'DELETE' });

/**
 * Follows the stream of events and reconnects without end. It uses fetch because EventSource cannot send a key. After an
 * interruption it continues after the last event; an event that arrives twice is recognised by its id.
 */
export async function listen(onEvent, onState) {
  let last = null;
  const seen = new Set();
  for (let wait = 500; ; wait = Math.min(wait * 2, 8000)) {
    const mine = stream = new AbortController();
    try {
      const response = await fetch('/api/v1/events', { signal: mine.signal, headers: headers({ Accept: 'text/event-stream', ...(last ? { 'Last-Event-ID': last } : {}) }) });
      if (response.status === 401 || response.status === 403) {
        onState('closed');
        await rest(wait, mine.signal);
        continue;
      }
      if (!response.ok) throw new Error(String(response.status));
      onState('live');
      wait = 500;
      for await (const event of events(response.body)) {
        last = event.id;
        if (seen.has(event.id)) continue;
        seen.add(event.id);
        if (seen.size > 5000) seen.delete(seen.values().next().value);
        onEvent(event.type, JSON.parse(event.data));
      }
    } catch {
      // The state shows the failure, and the next attempt follows.
    }
    if (mine.signal.aborted) continue;
    onState('down');
    await rest(wait);
  }
}

const rest = (wait, signal) => new Promise(done => { setTimeout(done, wait); signal?.addEventListener('abort', done); });

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let timer = null;
  try {
    for (;;) {
      timer = setTimeout(() => reader.cancel(), QUIET);
      const { value, done } = await reader.read();
      clearTimeout(timer);
      if (done) return;
      text += value;
      const blocks = text.split('\n\n');
      text = blocks.pop();
      for (const block of blocks) {
        const fields = Object.fromEntries(block.split('\n').filter(line => !line.startsWith(':')).map(line => {
          const at = line.indexOf(': ');
          return [line.slice(0, at), line.slice(at + 2)];
        }));
        if (fields.data) yield { id: fields.id, type: fields.event, data: fields.data };
      }
    }
  } finally {
    clearTimeout(timer);
  }
}
