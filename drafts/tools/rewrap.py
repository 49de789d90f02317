"""Fills the folded blocks (>-) that have a line longer than 120, in place."""
import re, sys, textwrap
for path in sys.argv[1:]:
    lines, out, i = open(path).read().split('\n'), [], 0
    while i < len(lines):
        out.append(lines[i])
        m = re.match(r'( *)(- )?(\S+: )?(>-)$', lines[i])
        if m and lines[i].rstrip().endswith('>-'):
            base = len(m.group(1)) + (2 if m.group(2) else 0)
            j = i + 1
            while j < len(lines) and lines[j].strip() and len(lines[j]) - len(lines[j].lstrip()) > base: j += 1
            block = lines[i + 1:j]
            if any(len(x) > 120 for x in block):
                ind = ' ' * (len(block[0]) - len(block[0].lstrip()))
                block = textwrap.wrap(' '.join(x.strip() for x in block), 120, initial_indent=ind, subsequent_indent=ind, break_on_hyphens=False, break_long_words=False)
            out += block
            i = j
            continue
        i += 1
    open(path, 'w').write('\n'.join(out))
