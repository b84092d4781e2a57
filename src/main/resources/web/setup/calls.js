/** The calls behind the page: the same that anybody can make with curl (docs/connecting.md). */

const UNREACHABLE = {
    type: 'unreachable',
    title: 'The service does not answer',
    detail: 'Check that it is running and that this device is still on its network, then try again.',
};

/** What came of a call: `{ok, body}` or `{ok: false, problem}`. Never throws. */
export async function call(method, path, body) {
    try {
        const response = await fetch(path, {
            method,
            headers: {
                Accept: 'application/json',
                ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
            },
            body: body === undefined ? undefined : JSON.stringify(body),
        });
        const text = await response.text();
        const json = text === '' ? null : JSON.parse(text);
        return response.ok ? { ok: true, body: json } : { ok: false, problem: { ...UNREACHABLE, ...json } };
    } catch {
        return { ok: false, problem: UNREACHABLE };
    }
}

/**
 * Sends a file and tells how far it has come. The answer is one JSON object a line, written while the import runs.
 *
 * @param sent is called with the part of the file that has been sent, from 0 to 1
 * @param told is called with each line
 */
export function upload(path, file, sent, told) {
    return new Promise((resolve) => {
        const request = new XMLHttpRequest();
        let read = 0;
        let last = null;
        const readLines = () => {
            if (request.status !== 200) {
                return;
            }
            for (let end = request.responseText.indexOf('\n', read); end >= 0; end = request.responseText.indexOf('\n', read)) {
                last = JSON.parse(request.responseText.slice(read, end));
                read = end + 1;
                told(last);
            }
        };
        request.open('POST', path);
        request.setRequestHeader('Content-Type', 'application/zip');
        request.upload.onprogress = (event) => event.lengthComputable && sent(event.loaded / event.total);
        request.onprogress = readLines;
        request.onerror = () => resolve({ ok: false, problem: UNREACHABLE });
        request.onload = () => {
            readLines();
            resolve(request.status === 200 ? { ok: true, body: last } : { ok: false, problem: problem(request.responseText) });
        };
        request.send(file);
    });
}

function problem(text) {
    try {
        return { ...UNREACHABLE, ...JSON.parse(text) };
    } catch {
        return UNREACHABLE;
    }
}
