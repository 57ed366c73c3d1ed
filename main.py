"""The command line: parse, call, print. Without arguments it opens the window.

A command imports what it alone needs, so that ``--help`` and a mistyped option are answered at once: with no more than
the light modules of the other commands on top they would wait a third longer.
"""

import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from form_templates.errors import FormTemplateError
from form_templates.facts import system_fact
from omr.batches.reading_options import Jobs, MemoryGb, PageSeconds, UnitFolders, UnitOfAll
from omr.errors import Cancelled, InputError, MachineError
from omr.forms.form_commands import FormName, SurveyFolder, form_app
from omr.forms.template_commands import template_app, template_source
from omr.respondents.sides_apart import RunOrder
from omr.survey.counting_rules import IndexRule, Weighting

if TYPE_CHECKING:
    from omr.survey.folder import Survey


class _Commands(TyperGroup):
    """Tells of Ctrl-C as of any other stop: Typer ends without a word."""

    def invoke(self, ctx: typer.Context) -> Any:  # type: ignore[override]
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            raise Cancelled from error


app = typer.Typer(
    cls=_Commands,
    add_completion=False,
    help="Phiếu turns scanned satisfaction questionnaires into a workbook whose every number can be traced to ink.",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)
app.add_typer(template_app, name="template")
app.add_typer(form_app, name="form")

DONE, USAGE, BAD_INPUT, MACHINE, INTERRUPTED = 0, 2, 3, 4, 130


@app.callback(invoke_without_command=True)
def _start(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        gui()


@app.command()
def gui(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="A survey's folder, opened at once.")] = None,
) -> None:
    """Open the window, on a survey if its folder is named."""
    if folder is not None:
        from omr.survey.settings import load_settings

        load_settings(folder)  # what is no survey is said here, where it was asked for, not in an empty window
    try:
        from gui.app import run
    except ImportError as error:
        typer.echo(f"The window cannot be opened: {error}. Install the missing library; 'make setup' does.", err=True)
        raise typer.Exit(MACHINE) from error
    raise typer.Exit(run(sys.argv[:1], folder))


@app.command()
def new(
    folder: SurveyFolder,
    template: Annotated[list[str], typer.Option(help="A shipped template's id, or your own folder; may be repeated.")],
    name: Annotated[str, typer.Option(help="What people call the survey.")] = "",
    units: Annotated[Path | None, typer.Option(help="Workbook or CSV of the units: code (mã), name (tên).")] = None,
) -> None:
    """Create a survey; without --units it gets the 135 one-stop offices of Bắc Ninh (2020)."""
    from omr.forms.new_survey import create_survey
    from omr.forms.unit_lists.reading import read_unit_list
    from omr.units.unit_list import SHIPPED_UNITS

    first, *more = map(template_source, template)
    listed = read_unit_list(units or SHIPPED_UNITS)
    with create_survey(folder, first, name=name, units=listed.units, more_templates=more) as made:
        typer.echo(f"{folder}: {made.forms}, {len(made.units)} units.")
    _print(f"units    {remark}" for remark in listed.remarks)


@app.command("print")
def print_(
    folder: SurveyFolder,
    out: Annotated[Path, typer.Option(help="The PDF to write.")],
    unit: Annotated[list[str] | None, typer.Option(help="Code of a unit; repeat for several. Default: all.")] = None,
    copies: Annotated[int, typer.Option(min=1, help="Forms for each unit.")] = 1,
    covers: Annotated[bool, typer.Option("--covers", help="The two sheets for each unit's stack instead.")] = False,
    form: FormName = "",
) -> None:
    """Typeset forms to print, each with its own code, or the covers of stacks."""
    from omr.forms.cover_printing import print_covers
    from omr.forms.issuing import issue_forms

    with _open(folder) as survey:
        codes = unit or [known.code for known in survey.units]
        if covers:
            typer.echo(f"{out}: {print_covers(survey, out, codes)} sheets, a top and an end for each stack.")
            return
        issued = issue_forms(survey.of_form_named(form), out, codes, copies)
        typer.echo(f"{out}: {issued.forms} forms, {issued.pages} pages, for {issued.units} units. Print at 100 %.")


@app.command()
def read(
    folder: SurveyFolder,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Scans, or folders of scans.")],
    unit: UnitOfAll = "",
    unit_folders: UnitFolders = False,
    jobs: Jobs = None,
    report: Annotated[Path | None, typer.Option(help="Write what became of every page as JSON.")] = None,
    retry: Annotated[
        bool, typer.Option("--retry", help="Try pages again that could not be read; pages that were read stay.")
    ] = False,
    backs: Annotated[
        RunOrder | None, typer.Option(help="How backs follow fronts that were scanned before all of them.")
    ] = None,
    page_seconds: PageSeconds = 60.0,
    memory_gb: MemoryGb = 1.5,
    max_pages: Annotated[int, typer.Option(min=1, help="Pages of one file.")] = 10_000,
) -> None:
    """Read scans: PDF, multi-page TIFF, JPEG, PNG. What is known already is not read again."""
    from exports.command_options import check_read, page_limits
    from omr.batches.batch import find_unit_folders, read_batch_as
    from omr.batches.order import BatchOrder
    from omr.batches.progress_line import ProgressLine
    from omr.batches.wording import batch_as_dict, batch_lines
    from omr.review.pile_joining import join_piles
    from omr.survey.own_files import ensure_place
    from omr.whole_files import write_whole

    check_read(unit, by_folders=unit_folders)
    if report:
        ensure_place(folder, report)
    order = BatchOrder(unit, jobs, is_retry=retry, limits=page_limits(page_seconds, memory_gb, max_pages))
    with _open(folder) as survey, ProgressLine() as line:
        if unit_folders:
            order = replace(order, folder_units=find_unit_folders(survey, paths))
        result = read_batch_as(survey, paths, order, report=line.show, cancel=line.cancel)
        if backs:
            result = join_piles(survey, result, backs)
    _print(batch_lines(result))
    if report:
        write_whole(report, json.dumps(batch_as_dict(result), ensure_ascii=False, indent=2) + "\n")


@app.command()
def watch(
    folder: SurveyFolder,
    watched: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where scans arrive, on a share for example.")],
    unit: UnitOfAll = "",
    unit_folders: UnitFolders = False,
    jobs: Jobs = None,
    page_seconds: PageSeconds = 60.0,
    memory_gb: MemoryGb = 1.5,
    max_pages: Annotated[int, typer.Option(min=1, help="Pages of one file.")] = 10_000,
) -> None:
    """Read what a copier drops in a folder, each file once when it is complete, until Ctrl-C."""
    from exports.command_options import check_read, page_limits
    from omr.batches.watching.command import WatchCommand
    from omr.batches.watching.watch_order import WatchOrder

    check_read(unit, by_folders=unit_folders)
    order = WatchOrder(watched, unit, unit_folders, jobs, page_limits(page_seconds, memory_gb, max_pages))
    with _open(folder) as survey:
        WatchCommand(survey, order, typer.echo).run()


@app.command()
def assign(
    folder: SurveyFolder,
    unit: Annotated[str, typer.Option(help="Code of the unit that the pages belong to.")],
    source: Annotated[str, typer.Option(help="Name of the delivered file.")] = "",
    pages: Annotated[str, typer.Option(help="Pages of the file, like 3-52.")] = "",
    serials: Annotated[str, typer.Option(help="Printed serial numbers, like 1-50.")] = "",
    batch: Annotated[int | None, typer.Option(min=1, help="Number of the batch.")] = None,
    printed: Annotated[str, typer.Option(help="The unit printed on them, where it is not in the list.")] = "",
    by: Annotated[str, typer.Option(help="Who says so. Default: who is logged in.")] = "",
    replace_: Annotated[bool, typer.Option("--replace", help="Also of pages that count for another unit.")] = False,
) -> None:
    """Say which unit pages belong to: of a file, a range of pages or serials, a batch, or printed for another unit."""
    from exports.command_options import asked_pages
    from omr.review.unit_naming import name_unit_of, naming_line

    meant = asked_pages(unit, source, batch or 0, pages, serials, printed)
    with _open(folder) as survey:
        typer.echo(naming_line(name_unit_of(survey, meant, unit, by, is_replacing=replace_), unit))


@app.command()
def status(
    folder: SurveyFolder, as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False
) -> None:
    """Say what the survey holds."""
    from omr.survey.overview import survey_overview
    from omr.survey.status_lines import overview_lines

    with _open(folder) as survey:
        overview = survey_overview(survey)
    _print([json.dumps(overview, ensure_ascii=False, indent=2)] if as_json else overview_lines(overview))


@app.command()
def check(
    folder: SurveyFolder,
    mend: Annotated[bool, typer.Option("--mend", help="Mend what can be mended; what was there is kept.")] = False,
    originals: Annotated[
        list[Path] | None, typer.Option(help="With --mend: where delivered files still are; repeat for several.")
    ] = None,
    go_back_to: Annotated[
        str, typer.Option(metavar="BACKUP", help="Go back to this backup of the database first, or to 'newest'.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """Say whether the survey is whole, or what is damaged, what that means, and what can be mended."""
    from omr.checking.check_run import run_check
    from omr.checking.wording import check_as_dict, check_lines

    def say(line: str) -> None:
        typer.echo(line, err=True)

    result = run_check(folder, say, mend=mend, originals=originals or [], go_back_to=go_back_to)
    _print([json.dumps(check_as_dict(result), ensure_ascii=False, indent=2)] if as_json else check_lines(result))
    if not result.is_whole:
        raise typer.Exit(BAD_INPUT)


@app.command()
def export(
    folder: SurveyFolder,
    out: Annotated[
        Path,
        typer.Option(help="The file to write: .xlsx workbook, .csv answers, .pdf report, .sav SPSS, .parquet."),
    ],
    unit: Annotated[list[str] | None, typer.Option(help="Report on this unit only; repeat for several.")] = None,
    each_unit: Annotated[
        bool, typer.Option("--each-unit", help="A report in a file of its own for every unit, in the folder --out.")
    ] = False,
    format_: Annotated[
        str, typer.Option("--format", help="'all': every kind of file, with a README, into the folder --out.")
    ] = "",
    language: Annotated[str, typer.Option(help="Language of headings and labels: vi or en.")] = "vi",
    index_rule: Annotated[IndexRule | None, typer.Option(help="How to make the index, instead of survey.toml.")] = None,
    weighting: Annotated[Weighting | None, typer.Option(help="What units count by, instead of survey.toml.")] = None,
    min_answered: Annotated[
        float | None, typer.Option(min=0, max=1, help="Share of answers a valid form needs, instead of survey.toml.")
    ] = None,
    compare: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="EARLIER_DIR",
            help="Survey folder of an earlier round, repeat for several; default: those that survey.toml names.",
        ),
    ] = None,
    images: Annotated[
        bool, typer.Option("--images", help="Write crops of verified answers beside the workbook, which links to them.")
    ] = False,
    form: FormName = "",
) -> None:
    """Export the workbook, the answers, a printed report or a table for analysis; the file's ending decides."""
    from exports.command_options import check_export
    from exports.export_request import ExportRequest
    from form_templates.model import Language

    if language not in tuple(Language):
        raise typer.BadParameter("vi or en", param_hint="--language")
    if format_ not in ("", "all"):
        raise typer.BadParameter("all, or leave it out: then the ending of --out decides", param_hint="--format")
    request = ExportRequest(
        out,
        Language(language),
        report_on=tuple(unit or ()),
        compare_with=tuple(compare or ()) or None,
        with_crops=images,
    )
    check_export(request, is_each=each_unit, is_all=bool(format_))
    from exports.several_forms import export_forms
    from exports.shown_reports import write_folders, write_unit_reports

    with _open(folder) as opened:
        survey = opened.of_form_named(form) if form else opened
        own = survey.settings
        settings = replace(
            own,
            index_rule=index_rule or own.index_rule,
            weighting=weighting or own.weighting,
            min_answered=own.min_answered if min_answered is None else min_answered,
        )
        request = replace(request, settings=settings)
        if format_:
            _print(write_folders(survey, request, with_unit_reports=each_unit))
        elif each_unit:
            _print(write_unit_reports(survey, request))
        else:
            _print(map(str, export_forms(survey, request)))


@app.command()
def demo(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="Where to make the survey.")] = None,
    rounds: Annotated[
        int, typer.Option(min=1, max=3, help="2 or 3: rounds to compare, of made-up respondents without paper.")
    ] = 1,
) -> None:
    """Go the whole way on generated sheets: print, fill in, scan, read, export; or make rounds to compare."""
    from exports.demo.rounds import run_rounds_demo
    from exports.demo.whole_way import free_folder, run_demo

    if rounds == 1:
        run_demo(folder or free_folder(), typer.echo)
    else:
        run_rounds_demo(folder or free_folder(), typer.echo, rounds)


@template_app.command("import")
def template_import(
    layout: Annotated[Path, typer.Argument(metavar="LAYOUT.JSON", help="Where every response area lies, in mm.")],
    page: Annotated[list[Path], typer.Option(help="A blank page, repeat in order; every page of a PDF counts.")],
    out: Annotated[Path, typer.Option(help="The template's folder, new or empty.")],
    page_seconds: PageSeconds = 60.0,
    memory_gb: MemoryGb = 1.5,
) -> None:
    """Make a template of a form that exists on paper already."""
    from exports.command_options import page_limits
    from omr.forms.page_images import PageOpener
    from omr.forms.template_import import import_template

    with PageOpener(page_limits(page_seconds, memory_gb)) as opener:
        made = import_template(layout, page, out, opener)
    counts = f"{len(list(made.items()))} items on {len(made.pages)} pages"
    typer.echo(f"{out}: {made.template_id} version {made.version}, {counts}.")
    typer.echo(f"Put the wording into {out / 'template.toml'}, then: main.py new DIR --template {out}")


@template_app.command("propose")
def template_propose(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="One blank form, in order: PDF, Word, scans.")],
    out: Annotated[Path, typer.Option(help="The template's folder, new or empty.")],
    filled: Annotated[bool, typer.Option("--filled", help="The files are filled copies of one form.")] = False,
    page_seconds: PageSeconds = 60.0,
    memory_gb: MemoryGb = 1.5,
) -> None:
    """Find the questions of a form and make a template of them, to be looked at and corrected."""
    from exports.command_options import page_limits
    from omr.forms.proposing.report import proposal_lines

    _print(proposal_lines(files, out, page_limits(page_seconds, memory_gb), are_filled=filled))


def main() -> None:
    """Run the command line; every failure that is not a bug ends in one sentence and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Windows consoles and pipes default to a code page without Vietnamese; names out of files may be no text.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except (InputError, FormTemplateError) as error:
        _fail(str(error), BAD_INPUT)
    except MachineError as error:
        _fail(str(error), MACHINE)
    except Cancelled as error:
        _fail(str(error) or "Stopped; what was finished is kept. Run the same command again.", INTERRUPTED)
    except OSError as error:
        _fail(f"{error.filename or 'A file'} could not be used ({system_fact(error)}); finished work is kept.", MACHINE)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)


def _fail(sentence: str, code: int) -> None:
    typer.echo(sentence, err=True)
    sys.exit(code)


def _open(folder: Path) -> "Survey":
    from omr.survey.folder import Survey

    survey = Survey.open(folder)
    survey.back_up_if_due()
    return survey


if __name__ == "__main__":
    main()
