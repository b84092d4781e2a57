/** Asks the public interface. The browser's own cache keeps to `max-age` and `ETag`; nothing here goes round it. */

const KEY = 'api-key';

const UNREACHABLE = { type: 'unreachable', title: 'This service does not answer', detail: '', retryAfterSeconds: null };

export const rememberKey = (key) => sessionStorage.setItem(KEY, key);
export const forgetKey = () => sessionStorage.removeItem(KEY);
export const hasKey = () => sessionStorage.getItem(KEY) !== null;

/**
 * What the service says to a question: `{state: 'told', body, freshness}`, or `{state: 'problem', problem}` where it does not
 * tell. Only an aborted question throws.
 */
export async function ask(path, parameters, signal) {
    const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== null));
    const address = query.size === 0 ? path : `${path}?${query}`;
    const key = sessionStorage.getItem(KEY);
    try {
        const response = await fetch(address, {
            headers: { Accept: 'application/json', ...(key === null ? {} : { 'X-API-Key': key }) },
            signal,
        });
        return response.ok
            ? { state: 'told', body: await response.json(), freshness: freshness(response.headers) }
            : { state: 'problem', problem: await problem(response) };
    } catch (failure) {
        if (failure.name === 'AbortError') {
            throw failure;
        }
        return { state: 'problem', problem: UNREACHABLE };
    }
}

/** The last word of the problem's type (RFC 9457), which is how the documentation calls it; without one somebody else answers. */
async function problem(response) {
    const told = await response.json().catch(() => ({}));
    const type = String(told.type ?? '').split('/').pop();
    const retryAfter = Number(response.headers.get('Retry-After'));
    return {
        ...UNREACHABLE,
        ...(type === '' ? {} : { type, title: told.title, detail: told.detail ?? '' }),
        retryAfterSeconds: retryAfter > 0 ? retryAfter : null,
    };
}

/** What `Age`, `Cache-Control` and `Cache-Status` (RFC 9211) say of an answer. */
export function freshness(headers) {
    const status = headers.get('Cache-Status') ?? '';
    const [, detail = ''] = /detail="([^"]*)"/.exec(status) ?? [];
    const [stale, because = null] = detail.split(', ');
    const [, maxAge = null] = /max-age=(\d+)/.exec(headers.get('Cache-Control') ?? '') ?? [];
    return {
        ageSeconds: Number(headers.get('Age') ?? 0),
        maxAgeSeconds: maxAge === null ? null : Number(maxAge),
        revalidating: because === 'revalidating',
        stale: stale === 'stale' && because !== 'revalidating',
        because: because === 'revalidating' ? null : because,
    };
}
