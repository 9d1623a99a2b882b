// How the page talks to the API: one place for the key, for problems, and for the stream of events.

const KEY = 'bearer';
/** The open stream of events, to be opened anew by another caller. */
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
    throw new Error('The command center cannot be reached.');
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

/** Whether this key or token is good; fails with the reason when it is not. */
export async function check(key) {
  if (!/^[\x21-\x7e]+$/.test(key)) throw new Error('A key or token has letters, digits and ASCII marks only.');
  await call('/session', { headers: { Authorization: `Bearer ${key}` } });
}

export const get = path => call(path);
export const post = (path, body) => call(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
export const remove = path => call(path, { method: 'DELETE' });

/**
 * The stream of events, for ever: fetched rather than with EventSource, because that cannot send a key. After a break
 * it goes on behind the last event it saw; what comes twice is told apart by its id.
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
      // What went wrong shows in the state; the next try is near.
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
  for (;;) {
    const { value, done } = await reader.read();
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
}
