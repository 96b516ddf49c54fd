import { KeyPositions } from './locate.js';
import type { IsFloat } from './lock-json.js';
import type { TomlFile } from './parse-toml.js';

const FLOAT = /^[+-]?(?:\d[\d_]*(?:\.[\d_]+)?(?:[eE][+-]?[\d_]+)?|inf|nan)$/;

/**
 * Which numbers of a file were written as floats (`1.0`, `1e3`), a difference that JSON values do not keep. The file is parsed a second
 * time, and only if it may hold a float without a fraction.
 */
export function tomlFloats(file: TomlFile): IsFloat {
  if (!/[=,[]\s*[+-]?\d[\d_]*(?:\.0[0_]*\b|[\d_.]*[eE])/.test(file.text)) return () => false;
  const positions = new KeyPositions(file);
  return (path) => {
    const { start, end } = positions.value(path);
    const written = file.text.slice(start, end);
    return FLOAT.test(written) && !/^[+-]?[\d_]+$/.test(written);
  };
}
