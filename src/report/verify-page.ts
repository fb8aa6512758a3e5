/**
 * A page that checks a report in the reader's own browser, offline: the reader gives the report's folder, and the page
 * hashes every file, follows every claim to the root and checks the signature. Nothing leaves the page.
 */
import { LANGUAGES } from '#words/language.ts';
import { verifyPageWords as words } from '#words/verify-page.ts';

export function verifyPage(): string {
  const said = Object.fromEntries(
    Object.entries(words).map(([key, word]) => [
      key,
      Object.fromEntries(LANGUAGES.map(it => [it, word[it]])),
    ]),
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>Probanza</title><style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
input { max-width: 100%; box-sizing: border-box; }
</style></head><body><main>
<h1 id="title"></h1><p id="about"></p>
<p><label><span id="choose"></span><br><input type="file" id="files" webkitdirectory multiple></label></p>
<p><label><span id="key"></span><br><input id="public" size="60" autocomplete="off"></label></p>
<p id="answer" role="status"></p><ul id="faults"></ul>
</main><script>
${SCRIPT.replace('WORDS', () => JSON.stringify(said))}
</script></body></html>
`;
}

const SCRIPT = `'use strict';
const words = WORDS;
const language = ['en', 'es', 'pt'].find(it => navigator.language.startsWith(it)) || 'en';
const say = (key, holes = {}) => words[key][language].replace(/\\{(\\w+)\\}/g, (_, name) => holes[name]);
document.documentElement.lang = language;
for (const id of ['title', 'about', 'choose', 'key']) document.getElementById(id).textContent = say(id);
const text = bytes => new TextDecoder().decode(bytes);
const bytesOf = hex => Uint8Array.from(hex.match(/../g) || [], it => parseInt(it, 16));
const unbase = it => Uint8Array.from(atob(it), c => c.charCodeAt(0));
const hexOf = bytes => Array.from(bytes, it => it.toString(16).padStart(2, '0')).join('');
const sha = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', await new Blob(parts).arrayBuffer()));
const canonical = it => it === null || typeof it !== 'object' ? JSON.stringify(it)
  : Array.isArray(it) ? '[' + it.map(canonical).join(',') + ']'
  : '{' + Object.keys(it).sort().map(key => JSON.stringify(key) + ':' + canonical(it[key])).join(',') + '}';
async function includes(leaf, index, size, path, root) {
  let node = index, last = size - 1, found = leaf;
  for (const partner of path) {
    if (last === 0) return false;
    const left = node % 2 === 1 || node === last;
    found = await sha(Uint8Array.of(1), ...(left ? [partner, found] : [found, partner]));
    if (left) while (node % 2 === 0 && node !== 0) { node = Math.floor(node / 2); last = Math.floor(last / 2); }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && index < size && hexOf(found) === root;
}
async function signed(note, key) {
  const parts = /^(\\S+)\\+([0-9a-f]{8})\\+(\\S+)$/.exec(key.trim());
  const lines = note.split('\\n');
  if (!parts || lines.length !== 6) return false;
  const raw = unbase(parts[3]), both = unbase(lines[4].split(' ')[2]);
  const held = await crypto.subtle.importKey('raw', raw.slice(1), 'Ed25519', false, ['verify']);
  const head = new TextEncoder().encode(lines.slice(0, 3).join('\\n') + '\\n');
  return hexOf(both.slice(0, 4)) === parts[2] && crypto.subtle.verify('Ed25519', held, both.slice(4), head);
}
async function check(files, key) {
  const faults = [];
  const at = new Map(files.map(it => [it.webkitRelativePath.split('/').slice(1).join('/'), it]));
  const read = async path => new Uint8Array(await at.get(path).arrayBuffer());
  if (!at.has('proof/manifest-sha256.txt')) return { faults: [say('none')], claims: 0 };
  const manifest = text(await read('proof/manifest-sha256.txt'));
  const lines = manifest.split('\\n').slice(0, -1);
  const listed = new Map(lines.map(it => /^([0-9a-f]{64}) {2}(.+)$/s.exec(it)).filter(Boolean).map(it => [it[2], it[1]]));
  if (listed.size !== lines.length || !manifest.endsWith('\\n')) faults.push(say('changed', { path: 'proof/manifest-sha256.txt' }));
  for (const [path, hash] of listed)
    if (!at.has(path) || hexOf(await sha(await read(path))) !== hash) faults.push(say('changed', { path }));
  for (const path of at.keys())
    if (!listed.has(path) && path !== 'proof/manifest-sha256.txt' && !path.endsWith('.pdf')) faults.push(say('added', { path }));
  let claims = 0;
  try {
    const note = text(await read('proof/checkpoint.txt'));
    const proofs = JSON.parse(text(await read('proof/claims.json')));
    const [, size, root] = note.split('\\n');
    const wanted = hexOf(unbase(root));
    if (proofs.size !== Number(size) || proofs.root !== wanted) faults.push(say('other'));
    for (const it of proofs.rows) {
      claims += 1;
      const leaf = await sha(Uint8Array.of(0), canonical(it.entry));
      const held = hexOf(await sha(it.salt + canonical(it.payload))) === it.entry.commit && it.entry.subject === it.subject;
      if (!held || !(await includes(leaf, it.index, Number(size), it.path.map(bytesOf), wanted))) faults.push(say('claim', { path: it.subject }));
    }
    if (!(await signed(note, key || text(await read('proof/key.txt'))))) faults.push(say('signature'));
  } catch (error) {
    faults.push(say('broken', { path: error.message }));
  }
  return { faults, claims };
}
async function answer() {
  const files = [...document.getElementById('files').files];
  if (files.length === 0) return;
  const key = document.getElementById('public').value;
  document.getElementById('answer').textContent = say('working');
  const { faults, claims } = await check(files, key);
  document.getElementById('answer').textContent = faults.length ? say('bad', { n: faults.length })
    : say(key ? 'good' : 'unkeyed', { files: files.length, claims });
  document.getElementById('faults').replaceChildren(...faults.slice(0, 50).map(it => Object.assign(document.createElement('li'), { textContent: it })));
}
for (const id of ['files', 'public']) document.getElementById(id).addEventListener('change', answer);`;
