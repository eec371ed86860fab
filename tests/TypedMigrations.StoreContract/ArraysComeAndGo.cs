using TypedMigrations.StoreContract.Modules;
using TypedMigrations.StoreContract.Modules.Arrays;

namespace TypedMigrations.StoreContract;

public abstract class ArraysComeAndGo<THarness> : StoreTest<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly (string Before, string After)[] Articles =
    [
        ("'tag': 't'", "'tags': ['t'], 'comments': []"),
        ("'tag': ''", "'tags': [''], 'comments': []"),
        ("'tag': null", "'tags': null, 'comments': []"),
        ("'tag': 5", "'tags': [5], 'comments': []"),
        ("'tag': ['an', 'array', 'already']", "'tags': ['an', 'array', 'already'], 'comments': []"),
        ("'photo': {'url': 'u', 'alt': 'a', 'own': {'x': [1]}}", "'photos': [{'url': 'u', 'caption': 'a', 'own': {'x': [1]}}], 'comments': []"),
        ("'photo': null", "'photos': null, 'comments': []"),
        ("'photo': 'odd'", "'photos': ['odd'], 'comments': []"),
        ("'codes': ['c']", "'code': 'c', 'comments': []"),
        ("'codes': []", "'code': null, 'comments': []"),
        ("'codes': null", "'code': null, 'comments': []"),
        ("'codes': [null]", "'code': null, 'comments': []"),
        ("'codes': [7]", "'code': 7, 'comments': []"),
        ("'sizes': [{'w': 1, 'own': ''}]", "'size': {'width': 1, 'own': ''}, 'comments': []"),
        ("'sizes': ['odd']", "'size': 'odd', 'comments': []"),
        (
            "'chapters': [{'title': 't', 'lines': [{'no': 1, 'text': 'a', 'mark': {'color': 'red', 'own': 1}, 'own': [null, '']}, {'no': 2}], 'own': 1}, {'lines': []}, {'lines': null}, {'title': 'u', 'lines': [{'no': 3, 'mark': {}}]}]",
            "'chapters': [{'title': 't', 'own': 1}, {}, {}, {'title': 'u'}], 'comments': []"),
        ("'links': ['l', 'l', '']", "'comments': []"),
        ("'links': []", "'comments': []"),
        ("'prices': {'EUR': 100, 'USD': 120}, 'unknown': {'EUR': []}", "'unknown': {'EUR': []}, 'comments': []"),
        ("'reviews': [{'by': 'first', 'own': 1}]", "'reviews': [{'by': 'first', 'own': 1}, {'by': 'c', 'stars': 2, 'own': {'a': null}}, {'stars': 1}], 'comments': []"),
        ("'comments': [{'text': 'undeclared before'}]", "'reviews': [{'stars': 5}], 'comments': [{'text': 'undeclared before'}, {'text': 'a'}, {'own': ''}]"),
        ("'reviews': null", "'reviews': null, 'comments': []"),
    ];

    [Test]
    public async Task WithAllThatNobodyDeclares([Values] bool isReversed)
    {
        if (isReversed)
            StepOrder.Reverse();
        await RunTo(new ArraysModule(), "20240101");
        Put("articles", [.. Articles.Select((article, i) => $"{{'_id': 'a{i}', {article.Before}}}")]);
        Put("comments", "{'_id': 'c2', 'article_id': 'a20', 'own': ''}", "{'_id': 'c1', 'article_id': 'a20', 'text': 'a'}");
        Put("ratings", "{'_id': 10, 'article_id': 'a19', 'stars': 1}", "{'_id': 9, 'article_id': 'a19', 'stars': 2, 'critic': 'c', 'own': {'a': null}}", "{'_id': 8, 'article_id': 'a20', 'stars': 5}");

        var report = await Run(new ArraysModule());

        AssertDocuments("articles", [.. Articles.Select((article, i) => $"{{'_id': 'a{i}', {article.After}}}")]);
        AssertDocuments("lines",
            "{'_id': 'a15:1', 'article_id': 'a15', 'no': 1, 'text': 'a', 'mark': {'color': 'red', 'own': 1}, 'own': [null, '']}",
            "{'_id': 'a15:2', 'article_id': 'a15', 'no': 2}",
            "{'_id': 'a15:3', 'article_id': 'a15', 'no': 3, 'mark': {}}");
        AssertDocuments("links", "{'_id': 'a16/0', 'url': 'l'}", "{'_id': 'a16/1', 'url': 'l'}", "{'_id': 'a16/2', 'url': ''}");
        AssertDocuments("prices", "{'_id': 'a18/EUR', 'currency': 'EUR', 'cents': 100}", "{'_id': 'a18/USD', 'currency': 'USD', 'cents': 120}");
        Assert.That(Database.Tables(), Is.EquivalentTo(["articles", "lines", "links", "prices"]));
        Assert.That(Counts(report), Is.EqualTo(
            """
            embed table comments into array articles.comments by comment => new Comment(comment.Text): 2
            embed table ratings into array articles.reviews by rating => new Review(rating.Critic, rating.Stars): 3
            extract elements of articles.chapters[].lines into table lines by (article, line, place) => new Line($"{article.Id}:{line.N...: 3
            extract elements of articles.links into table links by (article, url, place) => new Link($"{article.Id}/{place}"...: 3
            extract elements of articles.prices into table prices by (article, price, place) => new Price($"{article.Id}/{pric...: 2
            rename field articles.photo.alt to photos[].caption: 1
            rename field articles.sizes[].w to size.width: 1
            unwrap array articles.codes to code: 5
            unwrap array articles.sizes to size: 2
            wrap field articles.photo into array photos: 3
            wrap field articles.tag into array tags: 5
            """));
        Assert.That(report.Notes, Is.EqualTo([
            "articles.tags: array instead of list of string in 1 document, such as _id \"a3\" (kept)",
            "articles.photos: array instead of list of record in 1 document, such as _id \"a7\" (kept)",
            "articles.code: int instead of string in 1 document, such as _id \"a12\" (kept)",
            "articles.size: string instead of record in 1 document, such as _id \"a14\" (kept)",
        ]));
    }

    [Test]
    public async Task InEmptyTables()
    {
        await Run(new ArraysModule());

        AssertDocuments("articles");
        Assert.That(Database.Tables(), Is.EquivalentTo(["articles", "lines", "links", "prices"]));
    }

    [Test]
    public async Task NotWhereElementsDoNotFit()
    {
        await RunTo(new ArraysModule(), "20240101");
        Put("articles", "{'_id': 'a', 'codes': ['1', '2']}", "{'_id': 'b', 'codes': 'odd'}");
        Put("articles", [.. Enumerable.Range(1, 6).Select(i => $"{{'_id': 'c{i}', 'sizes': [{{}}, {{}}]}}")]);

        var failed = await RunFailsAndChangesNothing(new ArraysModule());

        Assert.That(Told(failed), Is.EqualTo(
            """
            TM4002: Values of 2 documents of table articles do not fit the declared type.
              step           unwrap array articles.codes to code
              field          codes
              document       _id "a": an array of 2 elements
              document       _id "b": string instead of an array
            Correct the document with the program version that wrote it, or declare the type that the data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().

            TM4002: Values of 6 documents of table articles do not fit the declared type.
              step           unwrap array articles.sizes to size
              field          sizes
              document       _id "c1": an array of 2 elements
              document       _id "c2": an array of 2 elements
              document       _id "c3": an array of 2 elements
              document       _id "c4": an array of 2 elements
              document       _id "c5": an array of 2 elements
              and            1 more document
            Correct the document with the program version that wrote it, or declare the type that the data has; or let the step say what happens to such values: .ConvertMisfits(value => …) or .KeepMisfits().
            """));
    }

    [Test]
    public async Task NotWhereElementsMakeNoDocuments()
    {
        await RunTo(new ArraysModule(), "20240101");
        Put("articles", "{'_id': 'a', 'links': ['l', null]}", "{'_id': 'b', 'links': 'odd'}", "{'_id': 'c', 'chapters': [{'lines': [{'no': 'odd'}]}]}");
        Put("articles", "{'_id': 'd', 'chapters': [{'lines': [{'no': 1, 'article_id': 'of its own'}, {'no': 2, 'article_id': 'd'}]}]}");

        var failed = await RunFailsAndChangesNothing(new ArraysModule());

        Assert.That(Told(failed), Is.EqualTo(
            """
            TM4002: Values of 2 documents of table articles do not fit the declared type.
              step           extract elements of articles.chapters[].lines into table lines by (article, line, place) => new Line($"{article.Id}:{line.N...
              field          chapters[].lines
              document       _id "c": field chapters[].lines[].no: string instead of int
              document       _id "d": a field article_id that no constant declares, and the new value has another one of that name
            Correct the document with the program version that wrote it, or declare the type that the data has.
            """));
    }

    [Test]
    public async Task NotWhereTwoElementsMakeOneKey()
    {
        await RunTo(new ArraysModule(), "20240101");
        Put("articles", "{'_id': 'a', 'chapters': [{'lines': [{'no': 1}]}, {'lines': [{'no': 1}]}]}");

        var failed = await RunFailsAndChangesNothing(new ArraysModule());

        Assert.That(Told(failed), Is.EqualTo(
            """
            TM4005: A document of the step 'extract elements of articles.chapters[].lines into table lines by (article, line, place) => new Line($"{article.Id}:{line.N...' cannot be inserted into table lines: its key is taken.
              document       _id "a:1"
            Make keys that no other document has.
            """));
    }

    [Test]
    public async Task NotWhereADocumentBelongsToNone()
    {
        await RunTo(new ArraysModule(), "20240101");
        Put("articles", "{'_id': 'a'}");
        Put("comments", "{'_id': 'c1', 'article_id': 'a'}", "{'_id': 'c2', 'article_id': 'gone'}", "{'_id': 'c3'}", "{'_id': 'c4', 'article_id': null}");

        var failed = await RunFailsAndChangesNothing(new ArraysModule());

        Assert.That(Told(failed), Is.EqualTo(
            """
            TM4010: The table comments is to go, but 3 of its documents refer to no document.
              step           embed table comments into array articles.comments by comment => new Comment(comment.Text)
              document       _id "c2"
              document       _id "c3"
              document       _id "c4"
            Correct the references, or remove these documents in a migration before.
            """));
    }

    [Test]
    public async Task NotWhereAnElementHasNoPlaceForIt()
    {
        await RunTo(new ArraysModule(), "20240101");
        Put("articles", "{'_id': 'a', 'comments': 'odd'}");
        Put("comments", "{'_id': 'c1', 'article_id': 'a'}");

        var failed = await RunFailsAndChangesNothing(new ArraysModule());

        Assert.That(Told(failed), Is.EqualTo(
            """
            TM4002: A value of table articles does not fit the declared type.
              step           embed table comments into array articles.comments by comment => new Comment(comment.Text)
              document       _id "a"
              field          comments
              found          string instead of an array
            Correct the document with the program version that wrote it, or declare the type that the data has.
            """));
    }
}
