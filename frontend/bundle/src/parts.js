// Where the parts of the split wasm come from: those of the wing that the page came with out of its pack, which is one
// file and one request, what later wings add to it one by one. A pack is a line that tells its parts with their
// lengths, then the parts.
const packed = new Map();
const unpacked = unpack();
async function unpack() {
    const pack = document.querySelector('link[rel=wing]');
    if (!pack) return;
    try {
        const bytes = new Uint8Array(await (await fetch(pack.href)).arrayBuffer());
        let start = bytes.indexOf(10) + 1;
        for (const [name, length] of JSON.parse(new TextDecoder().decode(bytes.subarray(0, start)))) {
            packed.set(name, bytes.subarray(start, start + length));
            start += length;
        }
    } catch (error) {
        // Each part can be had by itself too.
        console.info(error);
    }
}
async function part(name) {
    await unpacked;
    const bytes = packed.get(name);
    if (!bytes) return fetch(new URL(name, import.meta.url));
    // Asked for again only when something is wrong with it.
    packed.delete(name);
    return new Response(bytes, { headers: { "content-type": "application/wasm" } });
}
