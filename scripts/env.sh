# Sourced by every script: the folder, the pinned tools, and the toolchain that setup found.
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT" || exit 1

WASM_BINDGEN_VERSION=0.2.130 # must equal the wasm-bindgen crate in Cargo.lock
TRUNK_VERSION=0.21.14
CARGO_DENY_VERSION=0.20.2

# Tools live outside the clone, by version, so that a second clone finds them.
TOOLS=${ENTENTE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/entente/tools}
export PATH="$TOOLS/wasm-bindgen-$WASM_BINDGEN_VERSION/bin:$TOOLS/trunk-$TRUNK_VERSION/bin:$TOOLS/cargo-deny-$CARGO_DENY_VERSION/bin:$ROOT/tests/node_modules/.bin:$HOME/.cargo/bin:$PATH"

# Written by setup where rustup could not fetch the wasm target: the name of the toolchain that has it.
if [ -z "${RUSTUP_TOOLCHAIN:-}" ] && [ -f "$TOOLS/toolchain" ]; then
  RUSTUP_TOOLCHAIN=$(cat "$TOOLS/toolchain")
  export RUSTUP_TOOLCHAIN
fi

step() { printf '\033[1m==>\033[0m %s\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }
